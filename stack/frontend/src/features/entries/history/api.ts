import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type Entry, entrySchema } from "@/features/entries/entry.ts";
import { entriesKey } from "@/features/entries/queries.ts";
import { request } from "@/lib/api.ts";

const summarySchema = z.object({
  /** The entry's version that it was. */
  number: z.number(),
  kind: z.enum(["saved", "autosaved", "restored", "discarded"]),
  title: z.string(),
  createdAt: z.string(),
  /** When this one became public, if it did. */
  publishedAt: z.nullable(z.string()),
  author: z.nullable(z.object({ id: z.string(), name: z.string() })),
});
const revisionSchema = z.extend(summarySchema, {
  slug: z.string(),
  data: z.record(z.string(), z.unknown()),
  parentId: z.nullable(z.string()),
  terms: z.array(z.string()),
});
const listSchema = z.object({
  items: z.array(summarySchema),
  nextCursor: z.nullable(z.string()),
});

export type RevisionSummary = z.infer<typeof summarySchema>;
export type Revision = z.infer<typeof revisionSchema>;

const at = (entryId: string) => `/entries/${encodeURIComponent(entryId)}/revisions`;

/** Newest first. */
export const revisionsQuery = (entryId: string) =>
  infiniteQueryOptions({
    queryKey: [...entriesKey, "revisions", entryId],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: "30", ...(pageParam && { cursor: pageParam }) });
      return request("GET", `${at(entryId)}?${search}`, { schema: listSchema, signal });
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const revisionQuery = (entryId: string, number: number) =>
  queryOptions({
    queryKey: [...entriesKey, "revision", entryId, number],
    queryFn: ({ signal }) =>
      request("GET", `${at(entryId)}/${number}`, { schema: revisionSchema, signal }),
    // What was saved stays as it was.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A new version with what this one held, as far as it still fits. */
export function restoreRevision(entryId: string, number: number): Promise<Entry> {
  return request("POST", `${at(entryId)}/${number}/restore`, { schema: entrySchema });
}
