import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";

type ChoiceFieldProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** What can be chosen, with its name. */
  choices: Readonly<Record<Value, string>>;
  hint?: string;
  error?: string | undefined;
};

export function ChoiceField<Value extends string>({
  label,
  value,
  onChange,
  choices,
  hint,
  error,
}: ChoiceFieldProps<Value>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {Object.entries<string>(choices).map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
