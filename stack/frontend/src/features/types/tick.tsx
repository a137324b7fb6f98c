import type { ReactNode } from "react";

type TickProps = {
  label: string;
  hint: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** Something that is so or is not, and what it means. */
export function Tick({ label, hint, checked, onChange }: TickProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5">
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-green"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0 text-[0.9375rem]">
        <span className="font-medium">{label}</span>
        <span className="block text-muted text-sm [overflow-wrap:anywhere]">{hint}</span>
      </span>
    </label>
  );
}
