import { useQuery } from "@tanstack/react-query";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { allPagesQuery } from "@/features/entries/queries.ts";
import { messageOf } from "@/lib/api-error.ts";

type HomePageFieldProps = {
  pageId: string | null;
  onChange: (pageId: string | null) => void;
  error?: string | undefined;
};

/** Chooses among the published pages; none means the list of all pages. */
export function HomePageField({ pageId, onChange, error }: HomePageFieldProps) {
  const pages = useQuery(allPagesQuery);
  const offered = (pages.data ?? [])
    .filter(({ id, published }) => published || id === pageId)
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const known = pageId === null || offered.some(({ id }) => id === pageId);
  return (
    <Field
      label="Home page"
      error={
        error ?? (pages.error ? `The pages could not be loaded. ${messageOf(pages.error)}` : "")
      }
      hint="What visitors see first. Without one, they see a list of the published pages."
    >
      {(control) => (
        <Select
          {...control}
          value={pageId ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">The list of pages</option>
          {!known && (
            <option value={pageId}>{pages.isPending ? "Loading…" : "A missing page"}</option>
          )}
          {offered.map(({ id, title, published }) => (
            <option key={id} value={id}>
              {published ? title : `${title} (not public)`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
