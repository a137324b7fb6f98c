import { useId } from "react";

type RadioRowProps<T extends string> = {
  legend: string;
  choices: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** One of a few words, side by side. */
export function RadioRow<T extends string>({ legend, choices, value, onChange }: RadioRowProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="font-medium text-[0.9375rem]">{legend}</legend>
      <div className="mt-1.5 flex flex-wrap rounded border border-rule-strong">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="relative flex-1 cursor-pointer border-rule-strong px-2 py-1.5 text-center text-[0.9375rem] not-first:border-l has-checked:bg-green-soft has-checked:font-medium has-disabled:cursor-not-allowed has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              className="absolute size-px opacity-0"
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
