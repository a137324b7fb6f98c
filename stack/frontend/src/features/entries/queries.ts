import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { LinkTarget } from "@/features/editor/rich-text.tsx";
import {
  type Entry,
  type EntryList,
  type EntrySummary,
  entrySchema,
  listSchema,
  type StatusFilter,
} from "@/features/entries/entry.ts";
import { request } from "@/lib/api.ts";

export type EntryFilter = {
  /** A type's key; without it every type. */
  type?: string | undefined;
  status?: StatusFilter | undefined;
  q?: string | undefined;
  /** Id of a category or tag. */
  term?: string | undefined;
  /** Id of who began it. */
  author?: string | undefined;
};
type Order = "updated" | "title" | "position";

/** Everything under this key shows some part of the entries. */
export const entriesKey = ["entries"] as const;
/** All that is made of several entries, and has to be asked for again when one changes. */
export const entryListsKey = [...entriesKey, "list"] as const;

type Page = { cursor?: string; limit: number; sort?: Order };

function fetchEntries(
  { type, status, q, term, author }: EntryFilter,
  { cursor, limit, sort = "updated" }: Page,
  signal: AbortSignal,
): Promise<EntryList> {
  const search = new URLSearchParams({ limit: String(limit), sort });
  if (type) search.set("type", type);
  if (status) search.set("status", status);
  if (q) search.set("search", q);
  if (term) search.set("term", term);
  if (author) search.set("author", author);
  if (cursor) search.set("cursor", cursor);
  return request("GET", `/entries?${search}`, { schema: listSchema, signal });
}

export const entryListQuery = (filter: EntryFilter) =>
  infiniteQueryOptions({
    queryKey: [...entryListsKey, "some", filter],
    queryFn: ({ pageParam, signal }) =>
      fetchEntries(filter, { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The few that match and were changed last: for going on with one, or going to it. */
export const latestEntriesQuery = (filter: EntryFilter = {}) =>
  queryOptions({
    queryKey: [...entryListsKey, "latest", filter],
    queryFn: async ({ signal }) => (await fetchEntries(filter, { limit: 6 }, signal)).items,
    placeholderData: keepPreviousData,
  });

/** Every page there is, in the order of the menu: for the tree, and for choosing one. */
export const allPagesQuery = queryOptions({
  queryKey: [...entryListsKey, "pages"],
  queryFn: async ({ signal }) => {
    const pages: EntrySummary[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const order = { cursor, limit: 100, sort: "position" } as const;
      const { items, nextCursor }: EntryList = await fetchEntries({ type: "page" }, order, signal);
      pages.push(...items);
      cursor = nextCursor;
    }
    return pages;
  },
});

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: [...entriesKey, "entry", id],
    queryFn: ({ signal }) => fetchEntry(id, signal),
    // An editor that is open must not have its text replaced from behind.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export function fetchEntry(id: string, signal?: AbortSignal): Promise<Entry> {
  return request("GET", `/entries/${encodeURIComponent(id)}`, {
    schema: entrySchema,
    ...(signal ? { signal } : {}),
  });
}

/** What on the site a text can link to: entries of every type that has addresses. */
export async function findLinks(q: string, signal: AbortSignal): Promise<readonly LinkTarget[]> {
  const { items } = await fetchEntries({ q }, { limit: 8 }, signal);
  return items.flatMap(({ title, path, publishedPath, published }) => {
    const href = publishedPath ?? path;
    return href === null
      ? []
      : [{ href, title, note: published ? href : `${href} · not public yet` }];
  });
}
