import type { FieldControl } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";

type ChoiceInputProps = FieldControl & {
  choices: readonly string[];
  value: unknown;
  onChange: (value: string | null) => void;
};

/** One of a few. */
export function ChoiceInput({ choices, value, onChange, ...control }: ChoiceInputProps) {
  const chosen = typeof value === "string" ? value : "";
  return (
    <Select {...control} value={chosen} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">Nothing chosen</option>
      {/* The type may have lost what was chosen before: it is shown until another is. */}
      {chosen !== "" && !choices.includes(chosen) && (
        <option value={chosen}>{chosen} (no longer offered)</option>
      )}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </Select>
  );
}

type ChoicesInputProps = {
  choices: readonly string[];
  value: unknown;
  onChange: (value: string[] | null) => void;
};

/** Several of a few, in the order in which they are offered. */
export function ChoicesInput({ choices, value, onChange }: ChoicesInputProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (choice: string) => {
    const next = choices.filter((each) => chosen.includes(each) !== (each === choice));
    onChange(next.length > 0 ? next : null);
  };
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
      {choices.map((choice) => (
        <label key={choice} className="flex cursor-pointer items-start gap-2.5 py-1">
          <input
            type="checkbox"
            className="mt-1 size-4 shrink-0 accent-green"
            checked={chosen.includes(choice)}
            onChange={() => toggle(choice)}
          />
          <span className="min-w-0 text-[0.9375rem] [overflow-wrap:anywhere]">{choice}</span>
        </label>
      ))}
    </div>
  );
}
