import { type ReactNode, useId } from "react";
import { FieldNotes, notesOf } from "@/components/ui/field.tsx";

type BooleanInputProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  aside: ReactNode;
  value: unknown;
  onChange: (value: boolean) => void;
};

/** Yes or no. */
export function BooleanInput({ label, hint, error, aside, value, onChange }: BooleanInputProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label className="flex cursor-pointer items-start gap-2.5 font-medium text-[0.9375rem]">
          <input
            type="checkbox"
            className="mt-1 size-4 shrink-0 accent-green"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
            {...notesOf(id, { hint, error })}
          />
          {label}
        </label>
        {aside}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
