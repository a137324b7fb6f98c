import { useQuery } from "@tanstack/react-query";
import { Field } from "@/components/ui/field.tsx";
import { Input, inputClasses } from "@/components/ui/input.tsx";
import { documentOf, type Seo, seoOf } from "@/features/entries/document-data.ts";
import { searchResultOf } from "@/features/entries/editor/details/search-result.ts";
import { FoldedSection } from "@/features/entries/editor/details/section.tsx";
import type { Document, FieldsChange } from "@/features/entries/editor/document.ts";
import { siteQuery } from "@/features/site/api.ts";
import { cn } from "@/lib/cn.ts";

type SeoFieldsProps = {
  doc: Document;
  /** The address of what it stands below. */
  above: string;
  onEdit: (change: FieldsChange) => void;
};

/** What search engines are told, and what they will make of it. */
export function SeoFields({ doc, above, onEdit }: SeoFieldsProps) {
  const { title, slug, data } = doc.fields;
  const { data: site } = useQuery(siteQuery);
  const { body, summary } = documentOf(data);
  const seo = seoOf(data);
  const error = doc.fieldErrors["data.seo"];
  const change = (part: Partial<Seo>) => onEdit({ data: { seo: { ...seo, ...part } } });
  const shown = searchResultOf({ title, siteTitle: site?.title ?? "", summary, body, seo });
  return (
    <FoldedSection title="Search engines" opened={error !== undefined}>
      <figure className="rounded border border-rule bg-raised p-4">
        <figcaption className="sr-only">As a search result</figcaption>
        <p className="truncate text-muted text-sm">{`${location.host}${above}${slug}`}</p>
        <p className="mt-1 text-green text-lg leading-snug [overflow-wrap:anywhere]">
          {shown.title}
        </p>
        <p className="mt-1 text-sm [overflow-wrap:anywhere]">
          {shown.description || (
            <span className="text-muted">They choose words from the text themselves.</span>
          )}
        </p>
        {seo.noindex && (
          <p className="mt-2 font-medium text-sm text-warn">
            Search engines are asked to leave it out.
          </p>
        )}
      </figure>
      <Field
        label="Title there"
        error={error}
        hint={`${seo.title.length} of 60 characters are shown.`}
      >
        {(control) => (
          <Input
            {...control}
            className="h-10"
            maxLength={120}
            placeholder="As on the page"
            value={seo.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Description there"
        hint={`${seo.description.length} of about 160 characters are shown.`}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={300}
            className={cn(inputClasses, "py-2")}
            placeholder="The summary, or the text’s beginning"
            value={seo.description}
            onChange={(event) =>
              change({ description: event.target.value.replace(/\s*\n\s*/g, " ") })
            }
          />
        )}
      </Field>
      <label className="flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-green"
          checked={seo.noindex}
          onChange={(event) => change({ noindex: event.target.checked })}
        />
        <span className="text-[0.9375rem]">Ask search engines to leave it out</span>
      </label>
    </FoldedSection>
  );
}
