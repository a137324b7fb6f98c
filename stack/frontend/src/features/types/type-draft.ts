import type { ContentField } from "@/features/fields/field.ts";
import type { ContentType, TypeChange } from "@/features/types/api.ts";

/** What of a type can be changed. */
export type TypeDraft = Pick<ContentType, "name" | "plural" | "description" | "public"> & {
  fields: readonly ContentField[];
};

export function draftOf({
  name,
  plural,
  description,
  public: isPublic,
  fields,
}: ContentType): TypeDraft {
  return { name, plural, description, public: isPublic, fields };
}

/** What there is to save; null when nothing is. A built-in type takes nothing but fields. */
export function changeOf(type: ContentType, draft: TypeDraft): TypeChange | null {
  const before = draftOf(type);
  const keys = (["name", "plural", "description", "public", "fields"] as const).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(draft[key]),
  );
  return keys.length === 0 ? null : Object.fromEntries(keys.map((key) => [key, draft[key]]));
}
