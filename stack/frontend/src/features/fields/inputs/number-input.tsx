import { useState } from "react";
import type { FieldControl } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { numberFrom, numberText } from "@/features/fields/values.ts";

type NumberInputProps = FieldControl & {
  value: unknown;
  /** A text stands for what is no number: the writer keeps it, the server refuses it. */
  onChange: (value: number | string | null) => void;
};

/** A number. Not `type="number"`, which hides what it does not understand and turns with the wheel. */
export function NumberInput({ value, onChange, ...control }: NumberInputProps) {
  const [typed, setTyped] = useState(() => numberText(value));
  // "1." on the way to "1.5" is the number 1 and stays as it was typed.
  const text = numberFrom(typed) === value ? typed : numberText(value);
  return (
    <Input
      {...control}
      inputMode="decimal"
      autoComplete="off"
      className="max-w-56"
      value={text}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(numberFrom(event.target.value));
      }}
    />
  );
}
