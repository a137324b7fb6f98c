import * as z from "zod/mini";

/** What a field can be, as the server knows it (backend, modules/content/fields.py). */
export const fieldKinds = [
  "text",
  "richtext",
  "markdown",
  "number",
  "date",
  "boolean",
  "choice",
  "media",
  "reference",
  "list",
  "json",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What a list can be made of. */
export const itemKinds = ["text", "number", "date", "media", "reference"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const fieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(fieldKinds),
  help: z.string(),
  /** Whether it has to be there before its entry is published. */
  required: z.boolean(),
  unique: z.boolean(),
  default: z.unknown(),
  /** Of a choice. */
  choices: z.array(z.string()),
  /** Whether a choice, a file or a reference may be several. */
  multiple: z.boolean(),
  /** What a list is made of, or the type that a reference leads to. */
  of: z.nullable(z.string()),
  /** Bounds of a number, or of a text's length. */
  minimum: z.nullable(z.number()),
  maximum: z.nullable(z.number()),
});

export type ContentField = z.infer<typeof fieldSchema>;

/** What an entry holds, by its fields' keys; null or nothing where a field is empty. */
export type EntryData = Readonly<Record<string, unknown>>;

/** What each part of a field is that holds several in an order; null for the others. */
export function itemKindOf({ kind, multiple, of }: ContentField): ItemKind | null {
  if (kind === "list") return itemKinds.find((each) => each === of) ?? null;
  return multiple && (kind === "media" || kind === "reference") ? kind : null;
}

/** The type that its references must be of; null for any. */
export function targetOf({ kind, of }: ContentField): string | null {
  return kind === "reference" ? of : null;
}
