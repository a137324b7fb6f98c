import { useQuery } from "@tanstack/react-query";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Section } from "@/features/entries/editor/details/section.tsx";
import type { Document, FieldsChange } from "@/features/entries/editor/document.ts";
import { allPagesQuery } from "@/features/entries/queries.ts";
import { possibleParents } from "@/features/entries/tree.ts";

type PlacementProps = { doc: Document; onEdit: (change: FieldsChange) => void };

/** Where a page stands: below which other one, and whether in the menu. */
export function Placement({ doc, onEdit }: PlacementProps) {
  const { entry, fields, fieldErrors } = doc;
  const pages = useQuery(allPagesQuery);
  const offered = possibleParents(pages.data ?? [], entry?.id ?? null);
  const known = offered.some((branch) => branch.entry.id === fields.parentId);
  return (
    <Section title="Place">
      <Field
        label="Below"
        error={fieldErrors.parentId}
        hint="Its address begins with that of the page it stands below."
      >
        {(control) => (
          <Select
            {...control}
            className="h-10"
            value={fields.parentId ?? ""}
            onChange={(event) => onEdit({ parentId: event.target.value || null })}
          >
            <option value="">Nothing: at the top</option>
            {fields.parentId !== null && !known && (
              <option value={fields.parentId}>
                {pages.isPending ? "Loading…" : "A page that is gone"}
              </option>
            )}
            {offered.map(({ entry: page, depth }) => (
              <option key={page.id} value={page.id}>
                {"\u2003".repeat(depth)}
                {page.title || "Untitled"}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <label className="flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-green"
          checked={fields.inNavigation}
          onChange={(event) => onEdit({ inNavigation: event.target.checked })}
        />
        <span className="text-[0.9375rem]">
          In the site’s menu
          <span className="block text-muted text-sm">While it is published.</span>
        </span>
      </label>
    </Section>
  );
}
