import { useState } from "react";
import { Field } from "@/components/ui/field.tsx";
import { inputClasses } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { type ContentField, itemKinds } from "@/features/fields/field.ts";
import { NumberInput } from "@/features/fields/inputs/number-input.tsx";
import type { ContentType } from "@/features/types/api.ts";
import { type FieldProblems, takes } from "@/features/types/field-draft.ts";
import { itemNames } from "@/features/types/kinds.ts";
import { Tick } from "@/features/types/tick.tsx";
import { cn } from "@/lib/cn.ts";

type FieldLimitsProps = {
  field: ContentField;
  types: readonly ContentType[];
  problems: FieldProblems;
  onChange: (change: Partial<ContentField>) => void;
};

/** What a field of its kind takes: choices, bounds, parts, how many. */
export function FieldLimits({ field, types, problems, onChange }: FieldLimitsProps) {
  const { kind, choices, multiple, of, minimum, maximum } = field;
  const can = takes(kind);
  const characters = kind === "text" ? " (characters)" : "";
  return (
    <>
      {kind === "choice" && (
        <Field label="Choices" hint="One on each line." error={problems.choices}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              className={cn(inputClasses, "field-sizing-content max-h-72 min-h-28 py-2")}
              value={choices.join("\n")}
              onChange={(event) => onChange({ choices: event.target.value.split("\n") })}
            />
          )}
        </Field>
      )}
      {kind === "list" && (
        <Field label="A list of">
          {(control) => (
            <Select
              {...control}
              value={of ?? "text"}
              onChange={(event) => onChange({ of: event.target.value })}
            >
              {itemKinds.map((item) => (
                <option key={item} value={item}>
                  {itemNames[item]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {kind === "reference" && (
        <Field label="Leads to">
          {(control) => (
            <Select
              {...control}
              value={of ?? ""}
              onChange={(event) => onChange({ of: event.target.value || null })}
            >
              <option value="">Entries of any type</option>
              {types.map(({ key, plural }) => (
                <option key={key} value={key}>
                  {plural}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {can.bounds && (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <BoundInput
            label={`At least${characters}`}
            value={minimum}
            onChange={(bound) => onChange({ minimum: bound })}
          />
          <BoundInput
            label={`At most${characters}`}
            value={maximum}
            error={problems.maximum}
            onChange={(bound) => onChange({ maximum: bound })}
          />
        </div>
      )}
      {can.multiple && (
        <Tick
          label="Several"
          hint={
            kind === "choice"
              ? "More than one may be chosen."
              : "More than one, in an order that the writer decides."
          }
          checked={multiple}
          onChange={(several) => onChange({ multiple: several, default: null })}
        />
      )}
    </>
  );
}

type BoundInputProps = {
  label: string;
  value: number | null;
  error?: string | undefined;
  onChange: (bound: number | null) => void;
};

/** A number or nothing; what is none is kept on the screen and counts as nothing. */
function BoundInput({ label, value, error, onChange }: BoundInputProps) {
  const [typed, setTyped] = useState<number | string | null>(value);
  const wrong = typeof typed === "string" ? "This is not a number." : undefined;
  return (
    <Field label={label} error={wrong ?? error}>
      {(control) => (
        <NumberInput
          {...control}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            onChange(typeof next === "number" ? next : null);
          }}
        />
      )}
    </Field>
  );
}
