import type { EntryData } from "@/features/entries/entry.ts";
import type { ContentType } from "@/features/types/api.ts";

/** What a new entry of this type holds before anything is written. */
export function beginningOf({ document, fields }: ContentType): EntryData {
  const defaults = fields.flatMap(({ key, default: value }) =>
    value === null || value === undefined ? [] : [[key, value] as const],
  );
  return { ...(document ? { bodyFormat: "html" } : {}), ...Object.fromEntries(defaults) };
}
