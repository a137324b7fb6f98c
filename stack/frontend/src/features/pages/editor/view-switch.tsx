export type View = "write" | "preview";

const views: readonly { view: View; label: string }[] = [
  { view: "write", label: "Write" },
  { view: "preview", label: "Preview" },
];

/** Chooses between text and preview where the screen has no room for both. */
export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <fieldset className="flex gap-6 border-rule border-b px-5 lg:hidden">
      <legend className="sr-only">Show</legend>
      {views.map((option) => (
        <button
          key={option.view}
          type="button"
          aria-pressed={view === option.view}
          onClick={() => onChange(option.view)}
          className="-mb-px border-transparent border-b-2 pt-3 pb-2.5 text-muted hover:text-ink aria-pressed:border-green aria-pressed:font-medium aria-pressed:text-ink"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
