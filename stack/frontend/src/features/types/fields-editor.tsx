import { Eye, Plus } from "lucide-react";
import { useState } from "react";
import { reordered, SortableList } from "@/components/sortable.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { ContentField } from "@/features/fields/field.ts";
import type { ContentType } from "@/features/types/api.ts";
import { builtInFields, takenKeys } from "@/features/types/built-in-fields.ts";
import { FieldDialog } from "@/features/types/field-dialog.tsx";
import { BuiltInRow, FieldRow } from "@/features/types/field-row.tsx";
import { FormPreview } from "@/features/types/form-preview.tsx";
import { oneOf } from "@/features/types/words.ts";

type FieldsEditorProps = {
  type: ContentType;
  types: readonly ContentType[];
  isPublic: boolean;
  fields: readonly ContentField[];
  /** What the server says is wrong, by `fields.<place>`. */
  problems: Readonly<Record<string, string>>;
  /** Null for those who may only read. */
  onChange: ((fields: readonly ContentField[]) => void) | null;
};

/** What the entries of a type consist of, in the order in which it is asked for. */
export function FieldsEditor({
  type,
  types,
  isPublic,
  fields,
  problems,
  onChange,
}: FieldsEditorProps) {
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const [trying, setTrying] = useState(false);
  const built = builtInFields({ ...type, public: isPublic });
  const rows = (place: number, handle: React.ReactNode) => {
    const field = fields[place];
    if (!field) return null;
    return (
      <FieldRow
        field={field}
        types={types}
        handle={handle}
        problem={problemAt(problems, place)}
        {...(onChange && {
          onEdit: () => setEdited(place),
          onRemove: () => onChange(fields.toSpliced(place, 1)),
        })}
      />
    );
  };
  return (
    <section className="mt-12" aria-label="Fields">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2 className="font-display text-2xl">Fields</h2>
          <p className="mt-1 max-w-2xl text-muted">
            What is asked for when somebody writes {type.document ? "one" : oneOf(type.name)}, in
            this order.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {fields.length > 0 && (
            <Button variant="quiet" onClick={() => setTrying(true)}>
              <Eye aria-hidden />
              See the form
            </Button>
          )}
          {onChange && (
            <Button onClick={() => setEdited("new")}>
              <Plus aria-hidden />
              Add a field
            </Button>
          )}
        </div>
      </div>
      <ul className="mt-5 border-ink border-t">
        {built.map((field) => (
          <BuiltInRow key={field.key} field={field} />
        ))}
      </ul>
      {onChange ? (
        <SortableList
          ids={fields.map(({ key }) => key)}
          nameOf={(place) => fields[place]?.label ?? ""}
          onMove={(from, to) => onChange(reordered(fields, from, to))}
        >
          {rows}
        </SortableList>
      ) : (
        <ol>
          {fields.map(({ key }, place) => (
            <li key={key}>{rows(place, null)}</li>
          ))}
        </ol>
      )}
      {fields.length === 0 && !type.document && (
        <p className="border-rule border-b py-4 text-muted">
          No fields yet{onChange && ": add what belongs to it, such as a text, a picture or a date"}
          .
        </p>
      )}
      <FormPreview open={trying} onClose={() => setTrying(false)} fields={fields} />
      {onChange && (
        <FieldDialog
          open={edited !== null}
          field={typeof edited === "number" ? (fields[edited] ?? null) : null}
          isSaved={
            typeof edited === "number" && type.fields.some(({ key }) => key === fields[edited]?.key)
          }
          taken={[
            ...takenKeys(type),
            ...fields.filter((_, place) => place !== edited).map(({ key }) => key),
          ]}
          types={types}
          onClose={() => setEdited(null)}
          onDone={(field) => {
            onChange(typeof edited === "number" ? fields.with(edited, field) : [...fields, field]);
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

/** The server names a field by its place, or a part of it: `fields.2`, `fields.2.label`. */
function problemAt(problems: Readonly<Record<string, string>>, place: number): string | undefined {
  const at = `fields.${place}`;
  return Object.entries(problems).find(([key]) => key === at || key.startsWith(`${at}.`))?.[1];
}
