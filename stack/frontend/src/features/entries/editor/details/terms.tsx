import { useQuery } from "@tanstack/react-query";
import { Section } from "@/features/entries/editor/details/section.tsx";
import { TermsField } from "@/features/entries/editor/details/terms-field.tsx";
import type { Document, FieldsChange } from "@/features/entries/editor/document.ts";
import { countedTermsQuery, type Term } from "@/features/terms/api.ts";
import { messageOf } from "@/lib/api-error.ts";

type TermsProps = { doc: Document; onEdit: (change: FieldsChange) => void };

/** What a post is about: categories, and tags. */
export function Terms({ doc, onEdit }: TermsProps) {
  const terms = useQuery(countedTermsQuery);
  const { terms: chosen } = doc.fields;
  const of = (kind: Term["kind"]) => (terms.data ?? []).filter((term) => term.kind === kind);
  const set = (kind: Term["kind"], ids: readonly string[]) => {
    const offered = new Set(of(kind).map(({ id }) => id));
    onEdit({ terms: [...chosen.filter((id) => !offered.has(id)), ...ids] });
  };
  return (
    <Section title="About">
      {terms.error && <p className="text-bad text-sm">{messageOf(terms.error)}</p>}
      <TermsField
        kind="category"
        label="Categories"
        terms={of("category")}
        chosen={chosen}
        onChange={(ids) => set("category", ids)}
      />
      <TermsField
        kind="tag"
        label="Tags"
        terms={of("tag")}
        chosen={chosen}
        onChange={(ids) => set("tag", ids)}
      />
    </Section>
  );
}
