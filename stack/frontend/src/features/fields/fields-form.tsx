import type { ContentField, EntryData } from "@/features/fields/field.ts";
import { FieldInput } from "@/features/fields/field-input.tsx";
import { FieldReading } from "@/features/fields/field-reading.tsx";

type FieldsFormProps = {
  fields: readonly ContentField[];
  /** What the entry holds; keys that are no field's are kept as they are. */
  value: EntryData;
  /** Told of the whole of it with every change; null stands where a field was emptied. */
  onChange: (value: EntryData) => void;
  /** What the server says is wrong, by `data.<key>`. */
  problems?: Readonly<Record<string, string>>;
  /** Shows what is there instead of asking for it. */
  readOnly?: boolean;
};

/** The fields of a content type, each asked for as what it is. */
export function FieldsForm({
  fields,
  value,
  onChange,
  problems = {},
  readOnly = false,
}: FieldsFormProps) {
  if (readOnly) {
    return (
      <dl className="grid grid-cols-1 gap-6">
        {fields.map((field) => (
          <FieldReading key={field.key} field={field} value={value[field.key]} />
        ))}
      </dl>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-7">
      {fields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          value={value[field.key] ?? null}
          onChange={(next) => onChange({ ...value, [field.key]: next })}
          problem={problems[`data.${field.key}`]}
        />
      ))}
    </div>
  );
}
