import { cn } from "@/lib/cn.ts";

/** The text alone, or with what stands beside it; on a small screen, one in the place of the other. */
export type View = "write" | "details" | "preview";

const labels: Readonly<Record<View, string>> = {
  write: "Write",
  details: "Details",
  preview: "Preview",
};

type ViewSwitchProps = {
  view: View;
  views: readonly View[];
  onChange: (view: View) => void;
  className?: string;
};

/** Chooses what stands beside the text, or in its place where the screen has no room for both. */
export function ViewSwitch({ view, views, onChange, className }: ViewSwitchProps) {
  return (
    <fieldset className={cn("flex gap-6", className)}>
      <legend className="sr-only">Show</legend>
      {views.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={view === option}
          onClick={() => onChange(option)}
          className="-mb-px border-transparent border-b-2 pt-3 pb-2.5 text-[0.9375rem] text-muted hover:text-ink aria-pressed:border-green aria-pressed:font-medium aria-pressed:text-ink"
        >
          {labels[option]}
        </button>
      ))}
    </fieldset>
  );
}
