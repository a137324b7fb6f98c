import type { FieldKind } from "@/features/fields/field.ts";
import type { ContentType } from "@/features/types/api.ts";

export type BuiltInField = { key: string; label: string; kind: FieldKind | null };

const seo: BuiltInField = { key: "seo", label: "For search engines", kind: null };

/** What pages and posts have beside their fields (backend, content/fields.py). */
const document: readonly BuiltInField[] = [
  { key: "body", label: "Text", kind: "richtext" },
  { key: "summary", label: "Summary", kind: "text" },
  { key: "cover", label: "Picture", kind: "media" },
  { key: "coverAlt", label: "What the picture shows", kind: "text" },
  seo,
];

/** What every entry of a type has, whatever fields are defined. */
export function builtInFields(type: Pick<ContentType, "document" | "public">): BuiltInField[] {
  const title: BuiltInField = { key: "title", label: "Title", kind: "text" };
  return [title, ...(type.document ? document : type.public ? [seo] : [])];
}

/** Keys that no field can have. The title is no part of the data, so its key is free. */
export function takenKeys({ document: isDocument }: Pick<ContentType, "document">): string[] {
  return isDocument ? [...document.map(({ key }) => key), "bodyFormat", "blocks"] : [seo.key];
}
