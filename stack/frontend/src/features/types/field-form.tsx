import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { type ContentField, fieldKinds } from "@/features/fields/field.ts";
import { FieldInput } from "@/features/fields/field-input.tsx";
import type { ContentType } from "@/features/types/api.ts";
import {
  asKind,
  fieldProblems,
  keyFrom,
  longestKey,
  settled,
  takes,
} from "@/features/types/field-draft.ts";
import { FieldLimits } from "@/features/types/field-limits.tsx";
import { kindFacts } from "@/features/types/kinds.ts";
import { Tick } from "@/features/types/tick.tsx";

type FieldFormProps = {
  initial: ContentField;
  isNew: boolean;
  /** Whether entries may have something under its key already. */
  isSaved: boolean;
  /** Keys that it cannot have. */
  taken: readonly string[];
  types: readonly ContentType[];
  onDone: (field: ContentField) => void;
};

/** What a field is called and what it takes. */
export function FieldForm({ initial, isNew, isSaved, taken, types, onDone }: FieldFormProps) {
  const [field, setField] = useState(initial);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<ContentField>) => setField((now) => ({ ...now, ...change }));
  const found = fieldProblems(field, taken);
  const problems = tried ? found : {};
  const can = takes(field.kind);
  const rename = (label: string) =>
    // A key that was not written by hand follows the name.
    set({ label, ...(!isSaved && field.key === keyFrom(field.label) && { key: keyFrom(label) }) });
  return (
    <form
      noValidate
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(found).length === 0) onDone(settled(field));
      }}
    >
      <Field label="Name" error={problems.label}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            autoComplete="off"
            value={field.label}
            onChange={(event) => rename(event.target.value)}
          />
        )}
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          label="Key"
          error={problems.key}
          hint={isSaved ? "It stays: programs know it by this." : "What programs know it by."}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={longestKey}
              spellCheck={false}
              autoCapitalize="off"
              className="font-mono text-sm"
              disabled={isSaved}
              value={field.key}
              onChange={(event) => set({ key: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field label="Kind">
          {(control) => (
            <Select
              {...control}
              value={field.kind}
              onChange={(event) => {
                const kind = fieldKinds.find((each) => each === event.target.value);
                if (kind) setField(asKind(field, kind));
              }}
            >
              {fieldKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindFacts[kind].name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label="Help" hint="Stands below the field while somebody writes.">
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            value={field.help}
            onChange={(event) => set({ help: event.target.value })}
          />
        )}
      </Field>
      <FieldLimits
        key={field.kind}
        field={field}
        types={types}
        problems={problems}
        onChange={set}
      />
      {can.default && !field.multiple && (
        <FieldInput
          key={`default ${field.kind}`}
          field={{
            ...settled(field),
            label: "A new entry begins with",
            help: "",
            required: false,
          }}
          value={field.default}
          onChange={(value) => set({ default: value })}
        />
      )}
      <div className="grid gap-2">
        <Tick
          label="Needed"
          hint="Without it an entry can be saved, but not published."
          checked={field.required}
          onChange={(required) => set({ required })}
        />
        {can.unique && (
          <Tick
            label="Unique"
            hint="No two entries may have the same, such as an article number."
            checked={field.unique}
            onChange={(unique) => set({ unique })}
          />
        )}
      </div>
      <div>
        <Button type="submit" variant="primary">
          {isNew ? "Add the field" : "Done"}
        </Button>
      </div>
    </form>
  );
}
