import { type ReactNode, useState } from "react";
import { Field, FieldGroup } from "@/components/ui/field.tsx";
import { type ContentField, itemKindOf, targetOf } from "@/features/fields/field.ts";
import { BooleanInput } from "@/features/fields/inputs/boolean-input.tsx";
import { ChoiceInput, ChoicesInput } from "@/features/fields/inputs/choice-input.tsx";
import { DateInput } from "@/features/fields/inputs/date-input.tsx";
import { JsonInput } from "@/features/fields/inputs/json-input.tsx";
import { ListInput } from "@/features/fields/inputs/list-input.tsx";
import { MarkdownInput } from "@/features/fields/inputs/markdown-input.tsx";
import { MediaInput } from "@/features/fields/inputs/media-input.tsx";
import { NumberInput } from "@/features/fields/inputs/number-input.tsx";
import { ReferenceInput } from "@/features/fields/inputs/reference-input.tsx";
import { RichTextInput } from "@/features/fields/inputs/rich-text-input.tsx";
import { TextInput } from "@/features/fields/inputs/text-input.tsx";
import { problemOf } from "@/features/fields/values.ts";

type FieldInputProps = {
  field: ContentField;
  value: unknown;
  onChange: (value: unknown) => void;
  problem?: string | undefined;
};

/** One field with its label, its help and what is wrong with it. */
export function FieldInput({ field, value, onChange, problem }: FieldInputProps) {
  const [left, setLeft] = useState(false);
  // While one is still typing, nothing is wrong yet.
  const error = problem ?? ((left && problemOf(field, value)) || undefined);
  const around = {
    label: field.label,
    hint: field.help || undefined,
    error,
    aside: field.required && <span className="shrink-0 text-muted text-sm">Needed to publish</span>,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div onBlur={() => setLeft(true)}>
      <Control field={field} value={value} onChange={onChange} around={around} />
    </div>
  );
}

type ControlProps = Omit<FieldInputProps, "problem"> & {
  around: {
    label: string;
    hint: string | undefined;
    error: string | undefined;
    aside: ReactNode;
  };
};

function Control({ field, value, onChange, around }: ControlProps) {
  const item = itemKindOf(field);
  if (item) {
    return (
      <FieldGroup {...around}>
        <ListInput
          label={field.label}
          kind={item}
          target={targetOf(field)}
          value={value}
          onChange={onChange}
        />
      </FieldGroup>
    );
  }
  switch (field.kind) {
    case "text":
      return (
        <Field {...around}>
          {(control) => (
            <TextInput {...control} value={value} onChange={onChange} longest={field.maximum} />
          )}
        </Field>
      );
    case "number":
      return (
        <Field {...around}>
          {(control) => <NumberInput {...control} value={value} onChange={onChange} />}
        </Field>
      );
    case "date":
      return (
        <Field {...around}>
          {(control) => <DateInput {...control} value={value} onChange={onChange} />}
        </Field>
      );
    case "boolean":
      return <BooleanInput {...around} value={value} onChange={onChange} />;
    case "choice":
      return field.multiple ? (
        <FieldGroup {...around}>
          <ChoicesInput choices={field.choices} value={value} onChange={onChange} />
        </FieldGroup>
      ) : (
        <Field {...around}>
          {(control) => (
            <ChoiceInput {...control} choices={field.choices} value={value} onChange={onChange} />
          )}
        </Field>
      );
    case "media":
      return (
        <FieldGroup {...around}>
          <MediaInput label={field.label} value={value} onChange={onChange} />
        </FieldGroup>
      );
    case "reference":
      return (
        <FieldGroup {...around}>
          <ReferenceInput
            label={field.label}
            target={targetOf(field)}
            value={value}
            onChange={onChange}
          />
        </FieldGroup>
      );
    case "richtext":
      return (
        <FieldGroup {...around}>
          <RichTextInput label={field.label} value={value} onChange={onChange} />
        </FieldGroup>
      );
    case "markdown":
      return (
        <FieldGroup {...around}>
          <MarkdownInput label={field.label} value={value} onChange={onChange} />
        </FieldGroup>
      );
    // A list of something that this release does not know is shown as the data it is.
    case "list":
    case "json":
      return <JsonInput {...around} value={value} onChange={onChange} />;
  }
}
