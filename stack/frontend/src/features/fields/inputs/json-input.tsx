import { type ReactNode, useState } from "react";
import { Field } from "@/components/ui/field.tsx";
import { inputClasses } from "@/components/ui/input.tsx";
import { jsonFrom, jsonText } from "@/features/fields/values.ts";
import { cn } from "@/lib/cn.ts";

type JsonInputProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  aside: ReactNode;
  value: unknown;
  /** Hears of it only while it is JSON. */
  onChange: (value: unknown) => void;
};

/** Data of any form, written as JSON. */
export function JsonInput({ value, onChange, error, ...around }: JsonInputProps) {
  const [typed, setTyped] = useState(() => jsonText(value));
  const parsed = jsonFrom(typed);
  const isOurs = "problem" in parsed || jsonText(parsed.value) === jsonText(value);
  return (
    <Field
      {...around}
      error={"problem" in parsed ? `${parsed.problem} Until it is, the last version stays.` : error}
    >
      {(control) => (
        <textarea
          {...control}
          rows={4}
          spellCheck={false}
          autoCapitalize="off"
          className={cn(
            inputClasses,
            "field-sizing-content max-h-96 min-h-28 py-2 font-mono text-sm",
          )}
          value={isOurs ? typed : jsonText(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = jsonFrom(event.target.value);
            if ("value" in next) onChange(next.value);
          }}
        />
      )}
    </Field>
  );
}
