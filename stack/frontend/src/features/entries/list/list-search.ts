import * as z from "zod/mini";
import { statuses } from "@/features/entries/entry.ts";

const text = z.catch(z.optional(z.coerce.string()), undefined);

/** What a list's address says: how it is narrowed. */
export const listSearchSchema = z.object({
  status: z.catch(z.optional(z.enum(statuses)), undefined),
  q: text,
  term: text,
  author: text,
});

export type ListSearch = z.infer<typeof listSearchSchema>;

export function isNarrowed(search: ListSearch): boolean {
  return Object.values(search).some(Boolean);
}
