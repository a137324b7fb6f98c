import type { ContentType } from "@/features/types/api.ts";

const common: Readonly<Record<string, string>> = {
  title: "Title",
  slug: "Address",
  parent: "Below",
  terms: "Categories and tags",
  "data.body": "Text",
  "data.blocks": "Blocks",
  "data.summary": "Summary",
  "data.cover": "Cover picture",
  "data.coverAlt": "What the picture shows",
  "data.seo": "Search engines",
};

/** What a compared field is called on the screen; one that is gone goes by its key. */
export function labelOf(key: string, type: Pick<ContentType, "fields">): string {
  const own = type.fields.find((field) => `data.${field.key}` === key);
  return own?.label ?? common[key] ?? key.replace(/^data\./, "");
}
