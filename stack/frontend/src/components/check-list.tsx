import { useId } from "react";

export type Choice<T extends string> = { value: T; label: string; hint?: string };

type CheckListProps<T extends string> = {
  legend: string;
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  error?: string | undefined;
};

/** Several of a few; in the order in which they are offered, whatever the order of the clicks. */
export function CheckList<T extends string>({
  legend,
  choices,
  chosen,
  onChange,
  error,
}: CheckListProps<T>) {
  const errorId = useId();
  const toggle = (value: T) =>
    onChange(
      choices
        .map((choice) => choice.value)
        .filter((each) => (each === value ? !chosen.includes(value) : chosen.includes(each))),
    );
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className="font-medium text-[0.9375rem]">{legend}</legend>
      <div className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {choices.map(({ value, label, hint }) => (
          <label key={value} className="flex cursor-pointer items-start gap-2.5 py-1">
            <input
              type="checkbox"
              className="mt-1 size-4 shrink-0 accent-green"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <span className="text-[0.9375rem]">
              {label}
              {hint && <span className="block text-muted text-sm">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={errorId} className="mt-1.5 text-bad text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
