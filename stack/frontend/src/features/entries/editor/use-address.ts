import { useQuery } from "@tanstack/react-query";
import type { EntryFields } from "@/features/entries/entry.ts";
import { baseOf } from "@/features/entries/links.ts";
import { allPagesQuery } from "@/features/entries/queries.ts";
import type { ContentType } from "@/features/types/api.ts";

/** The address of what the entry stands below, wherever it is put; null without a page on the site. */
export function useAddressAbove(type: ContentType, fields: EntryFields): string | null {
  const { data: pages = [] } = useQuery({ ...allPagesQuery, enabled: type.tree });
  if (!type.public) return null;
  const parent = pages.find(({ id }) => id === fields.parentId);
  return baseOf(type, parent?.path ?? null);
}
