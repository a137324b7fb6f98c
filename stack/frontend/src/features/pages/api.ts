import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import type { LinkTarget } from "@/features/editor/rich-text.tsx";
import { request } from "@/lib/api.ts";

/** What a list can be narrowed to. */
export const statuses = ["draft", "in_review", "published", "changed"] as const;
export type PageStatus = (typeof statuses)[number];

const summarySchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  status: z.enum(["draft", "in_review", "published"]),
  /** Whether visitors see some version of it, and whether what was saved since is not public yet. */
  published: z.boolean(),
  hasChanges: z.boolean(),
  /** Where it would be public now, and where it is. */
  path: z.nullable(z.string()),
  publishedPath: z.nullable(z.string()),
  /** Whether it is in the site's menu while it is published, and where there. */
  inNavigation: z.boolean(),
  position: z.number(),
  updatedAt: z.string(),
  publishedAt: z.nullable(z.string()),
});

const bodyFormat = z.enum(["markdown", "html"]);

const entrySchema = z.extend(summarySchema, {
  data: z.object({
    body: z._default(z.string(), ""),
    bodyFormat: z._default(bodyFormat, "html"),
    /** Stands under the title, and where the page is linked. */
    summary: z._default(z.string(), ""),
    /** Where the picture at the page's top is: a path on this site or https; empty for none. */
    cover: z._default(z.string(), ""),
    coverAlt: z._default(z.string(), ""),
  }),
  /** Counts up with every save; a save names the version it started from. */
  version: z.number(),
  createdAt: z.string(),
  author: z.nullable(z.object({ id: z.string(), name: z.string() })),
});

/** A page as the screens know it: its words beside what the server says of it. */
const pageSchema = z.pipe(
  entrySchema,
  z.transform(({ data, ...entry }) => ({ ...entry, ...data })),
);

const listSchema = z.object({
  items: z.array(summarySchema),
  nextCursor: z.nullable(z.string()),
});

export type PageSummary = z.infer<typeof summarySchema>;
export type Page = z.infer<typeof pageSchema>;
export type PageList = z.infer<typeof listSchema>;
export type PageFields = Pick<
  Page,
  "title" | "slug" | "body" | "bodyFormat" | "summary" | "cover" | "coverAlt"
>;
export type PageFilter = { status?: PageStatus | undefined; q?: string | undefined };

/** Everything under this key shows some part of the pages. */
export const pagesKey = ["pages"] as const;

function fetchPages(
  filter: PageFilter & { limit?: number },
  cursor: string,
  signal: AbortSignal,
): Promise<PageList> {
  const search = new URLSearchParams({ type: "page", limit: String(filter.limit ?? 50) });
  if (filter.status) search.set("status", filter.status);
  if (filter.q) search.set("search", filter.q);
  if (cursor) search.set("cursor", cursor);
  return request("GET", `/entries?${search}`, { schema: listSchema, signal });
}

export const pageListQuery = (filter: PageFilter) =>
  infiniteQueryOptions({
    queryKey: [...pagesKey, "list", filter.status ?? "all", filter.q ?? ""],
    queryFn: ({ pageParam, signal }) => fetchPages(filter, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The few that match and were changed last: for going on with one, or going to it. */
export const latestPagesQuery = (filter: PageFilter = {}) =>
  queryOptions({
    queryKey: [...pagesKey, "list", "latest", filter.status ?? "all", filter.q ?? ""],
    queryFn: async ({ signal }) => (await fetchPages({ ...filter, limit: 6 }, "", signal)).items,
    placeholderData: keepPreviousData,
  });

/** What on the site a text can link to: entries of every type that has addresses. */
export async function findLinks(q: string, signal: AbortSignal): Promise<readonly LinkTarget[]> {
  const search = new URLSearchParams({ limit: "8" });
  if (q) search.set("search", q);
  const { items } = await request("GET", `/entries?${search}`, { schema: listSchema, signal });
  return items.flatMap(({ title, path, publishedPath, published }) => {
    const href = publishedPath ?? path;
    return href === null
      ? []
      : [{ href, title, note: published ? href : `${href} · not public yet` }];
  });
}

/** Every page there is, for choosing one. */
export const allPagesQuery = queryOptions({
  queryKey: [...pagesKey, "list", "complete"],
  queryFn: async ({ signal }) => {
    const pages: PageSummary[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { items, nextCursor }: PageList = await fetchPages({}, cursor, signal);
      pages.push(...items);
      cursor = nextCursor;
    }
    return pages.sort((a, b) => a.title.localeCompare(b.title));
  },
});

export const pageQuery = (id: string) =>
  queryOptions({
    queryKey: [...pagesKey, "page", id],
    queryFn: ({ signal }) => fetchPage(id, signal),
    // An editor that is open must not have its text replaced from behind.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

const at = (id: string) => `/entries/${encodeURIComponent(id)}`;

const toSend = ({ title, slug, ...data }: PageFields) => ({ title, slug, data });

export function fetchPage(id: string, signal?: AbortSignal): Promise<Page> {
  return request("GET", at(id), { schema: pageSchema, ...(signal ? { signal } : {}) });
}

/** Creates a draft. An empty slug is left to the server. */
export function createPage(fields: PageFields): Promise<Page> {
  const { slug, ...sent } = toSend(fields);
  const body = { type: "page", ...sent, ...(slug === "" ? {} : { slug }) };
  return request("POST", "/entries", { body, schema: pageSchema });
}

/** @throws {ApiError} `conflict` when somebody has saved since `version` */
export function savePage(id: string, fields: PageFields, version: number): Promise<Page> {
  return request("PUT", at(id), { body: { ...toSend(fields), version }, schema: pageSchema });
}

export function deletePage(id: string): Promise<void> {
  return request("DELETE", at(id));
}

export function publishPage(id: string): Promise<Page> {
  return request("POST", `${at(id)}/publish`, { schema: pageSchema });
}

export function unpublishPage(id: string): Promise<Page> {
  return request("POST", `${at(id)}/unpublish`, { schema: pageSchema });
}

/** Asks those who publish to read it. */
export function submitPage(id: string): Promise<Page> {
  return request("POST", `${at(id)}/submit`, { schema: pageSchema });
}

/** HTML as the public site will show it: rendered and sanitised by the server. */
export async function renderPreview(
  fields: Pick<PageFields, "title" | "body" | "bodyFormat">,
  signal: AbortSignal,
): Promise<string> {
  const schema = z.object({ html: z.string() });
  return (
    await request("POST", "/preview", { body: fields, schema, signal, reauthenticate: false })
  ).html;
}
