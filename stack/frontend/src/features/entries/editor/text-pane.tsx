import type { Ref } from "react";
import { PageLayout } from "@/features/blocks/page-layout.tsx";
import { documentOf } from "@/features/entries/document-data.ts";
import { BodyField } from "@/features/entries/editor/body-field.tsx";
import type { Document, FieldsChange } from "@/features/entries/editor/document.ts";
import { SlugField } from "@/features/entries/editor/slug-field.tsx";
import { TitleField } from "@/features/entries/editor/title-field.tsx";
import { FieldsForm } from "@/features/fields/fields-form.tsx";
import type { ContentType } from "@/features/types/api.ts";

type TextPaneProps = {
  type: ContentType;
  doc: Document;
  /** The address of what it stands below; null for what has no page on the site. */
  above: string | null;
  title: Ref<HTMLTextAreaElement>;
  onEdit: (change: FieldsChange) => void;
  /** Hands over a way to put the cursor into the text. */
  onReady: (focus: () => void) => void;
  onTitleDone: () => void;
};

/** What is written: title, address, the text of a document, and the fields of its type. */
export function TextPane({ type, doc, above, title, onEdit, onReady, onTitleDone }: TextPaneProps) {
  const { entry, fields, fieldErrors } = doc;
  const { body, bodyFormat } = documentOf(fields.data);
  const text = (
    <BodyField
      format={bodyFormat}
      value={body}
      onChange={(next) => onEdit({ data: { body: next } })}
      onReady={onReady}
      error={fieldErrors["data.body"]}
    />
  );
  return (
    <div className="mx-auto max-w-2xl pt-8 pb-16 lg:pt-12">
      <TitleField
        ref={title}
        value={fields.title}
        onChange={(value) => onEdit({ title: value })}
        onEnter={onTitleDone}
        error={fieldErrors.title}
      />
      <SlugField
        value={fields.slug}
        above={above}
        published={entry?.published ?? false}
        changed={entry !== null && entry.slug !== fields.slug}
        onChange={(slug) => onEdit({ slug })}
        error={fieldErrors.slug}
      />
      {type.document && (
        <div className="mt-8">
          {type.key === "page" ? (
            <PageLayout
              text={text}
              hasText={body !== ""}
              blocks={fields.data.blocks}
              onChange={(blocks) => onEdit({ data: { blocks } })}
              problems={fieldErrors}
            />
          ) : (
            text
          )}
        </div>
      )}
      {type.fields.length > 0 && (
        <div className="mt-10">
          <FieldsForm
            fields={type.fields}
            value={fields.data}
            onChange={(data) => onEdit({ data })}
            problems={fieldErrors}
          />
        </div>
      )}
    </div>
  );
}
