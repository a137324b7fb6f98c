import * as z from "zod/mini";

/** What a list can be narrowed to. */
export const statuses = ["draft", "in_review", "published", "changed", "scheduled"] as const;
export type StatusFilter = (typeof statuses)[number];

const writerSchema = z.object({ id: z.string(), name: z.string() });

export const summarySchema = z.object({
  id: z.string(),
  /** The key of its content type. */
  type: z.string(),
  slug: z.string(),
  title: z.string(),
  status: z.enum(["draft", "in_review", "published"]),
  /** Whether visitors see some version of it, and whether what was saved since is not public yet. */
  published: z.boolean(),
  hasChanges: z.boolean(),
  /** Of a tree: what it stands below. */
  parentId: z.nullable(z.string()),
  /** Whether it is in the site's menu while it is published, and where among its neighbours. */
  inNavigation: z.boolean(),
  position: z.number(),
  /** Ids of its categories and tags. */
  terms: z.array(z.string()),
  /** Where it would be public now, and where it is. */
  path: z.nullable(z.string()),
  publishedPath: z.nullable(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  publishedAt: z.nullable(z.string()),
  /** When it is to be published and taken back by itself, and why the last such time failed. */
  publishAt: z.nullable(z.string()),
  unpublishAt: z.nullable(z.string()),
  scheduleProblem: z.string(),
  author: z.nullable(writerSchema),
});

export const entrySchema = z.extend(summarySchema, {
  /** By the keys of its type's fields. */
  data: z.record(z.string(), z.unknown()),
  /** Counts up with every save; a save names the version it started from. */
  version: z.number(),
  publishedVersion: z.nullable(z.number()),
  savedBy: z.nullable(writerSchema),
});

export const listSchema = z.object({
  items: z.array(summarySchema),
  nextCursor: z.nullable(z.string()),
});

export type EntrySummary = z.infer<typeof summarySchema>;
export type Entry = z.infer<typeof entrySchema>;
export type EntryList = z.infer<typeof listSchema>;
export type EntryData = Readonly<Record<string, unknown>>;

/** What an entry is called where it is spoken of. */
export function titleOf({ title }: Pick<EntrySummary, "title">): string {
  return title || "Untitled";
}

/** What a writer changes of an entry. */
export type EntryFields = {
  readonly title: string;
  readonly slug: string;
  readonly parentId: string | null;
  readonly terms: readonly string[];
  readonly inNavigation: boolean;
  readonly data: EntryData;
};
