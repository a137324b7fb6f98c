import { Field } from "@/components/ui/field.tsx";
import { Input, inputClasses } from "@/components/ui/input.tsx";
import { documentOf } from "@/features/entries/document-data.ts";
import { CoverField } from "@/features/entries/editor/details/cover-field.tsx";
import { Section } from "@/features/entries/editor/details/section.tsx";
import type { Document, FieldsChange } from "@/features/entries/editor/document.ts";
import { cn } from "@/lib/cn.ts";

type SummaryAndCoverProps = { doc: Document; onEdit: (change: FieldsChange) => void };

/** What introduces a page or post, at its top and wherever it is linked. */
export function SummaryAndCover({ doc, onEdit }: SummaryAndCoverProps) {
  const { summary, cover, coverAlt } = documentOf(doc.fields.data);
  return (
    <Section title="Introduction">
      <Field
        label="Summary"
        error={doc.fieldErrors["data.summary"]}
        hint="One or two sentences: under the title, in lists and in search results."
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={300}
            className={cn(inputClasses, "py-2")}
            value={summary}
            onChange={(event) =>
              onEdit({ data: { summary: event.target.value.replace(/\s*\n\s*/g, " ") } })
            }
          />
        )}
      </Field>
      <CoverField
        cover={cover}
        error={doc.fieldErrors["data.cover"]}
        onChange={(next) => onEdit({ data: { cover: next.address, coverAlt: next.alt } })}
      />
      {cover !== "" && (
        <Field
          label="What the picture shows"
          error={doc.fieldErrors["data.coverAlt"]}
          hint="For those who cannot see it."
        >
          {(control) => (
            <Input
              {...control}
              className="h-10"
              maxLength={300}
              value={coverAlt}
              onChange={(event) => onEdit({ data: { coverAlt: event.target.value } })}
            />
          )}
        </Field>
      )}
    </Section>
  );
}
