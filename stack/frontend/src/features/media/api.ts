import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type MediaKind, mediaKinds } from "@/features/media/kinds.ts";
import { request, upload } from "@/lib/api.ts";
import { type BulkAnswer, bulkSchema, inParts } from "@/lib/bulk.ts";

const mediaSchema = z.object({
  id: z.string(),
  kind: z.enum(mediaKinds),
  mime: z.string(),
  name: z.string(),
  folderId: z.nullable(z.string()),
  bytes: z.number(),
  /** Pixels; a picture drawn in shapes may say none. */
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  animated: z.boolean(),
  /** A picture's average, `#rrggbb`, for until it has loaded. */
  colour: z.nullable(z.string()),
  alt: z.string(),
  caption: z.string(),
  /** What stays in view when a picture is cropped: from 0 (left, top) to 1. */
  focalX: z.number(),
  focalY: z.number(),
  /** The file itself. */
  url: z.string(),
  /** A small picture of it; documents, sounds and films have none. */
  thumbnail: z.nullable(z.string()),
  /** WebP of each width there is, smallest first, for `srcset`. */
  sizes: z.array(z.object({ width: z.number(), url: z.string() })),
  /** Cut around the focal point. */
  crops: z.nullable(z.object({ square: z.string(), wide: z.string(), social: z.string() })),
  uploader: z.nullable(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.string(),
  updatedAt: z.string(),
});
const listSchema = z.object({ items: z.array(mediaSchema), nextCursor: z.nullable(z.string()) });
const folderSchema = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.nullable(z.string()),
  files: z.number(),
});
const useSchema = z.object({ kind: z.string(), id: z.string(), title: z.string() });
const usedSchema = z.array(z.object({ id: z.string(), uses: z.array(useSchema) }));
const storageSchema = z.object({
  used: z.number(),
  quota: z.number(),
  files: z.number(),
  /** Bytes that a file of each type may have. */
  largest: z.record(z.string(), z.number()),
});

export type Media = z.infer<typeof mediaSchema>;
export type Folder = z.infer<typeof folderSchema>;
export type MediaFilter = {
  /** A folder's id, or "none" for what is in none; without it everything. */
  folder?: string | undefined;
  kind?: MediaKind | undefined;
  q?: string | undefined;
};
export type MediaChange = Partial<
  Pick<Media, "name" | "alt" | "caption" | "folderId" | "focalX" | "focalY">
>;

/** Everything under this key shows some part of the library. */
export const mediaKey = ["media"] as const;

export const mediaListQuery = ({ folder, kind, q }: MediaFilter) =>
  infiniteQueryOptions({
    queryKey: [...mediaKey, "list", folder ?? "all", kind ?? "all", q ?? ""],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: "48" });
      if (folder) search.set("folder", folder);
      if (kind) search.set("kind", kind);
      if (q) search.set("search", q);
      if (pageParam) search.set("cursor", pageParam);
      return request("GET", `/media?${search}`, { schema: listSchema, signal });
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const foldersQuery = queryOptions({
  queryKey: [...mediaKey, "folders"],
  queryFn: ({ signal }) =>
    request("GET", "/media-folders", { schema: z.array(folderSchema), signal }),
});

export const storageQuery = queryOptions({
  queryKey: [...mediaKey, "storage"],
  queryFn: ({ signal }) => request("GET", "/media-storage", { schema: storageSchema, signal }),
});

const at = (id: string) => `/media/${encodeURIComponent(id)}`;

export const usesQuery = (id: string) =>
  queryOptions({
    queryKey: [...mediaKey, "uses", id],
    queryFn: ({ signal }) =>
      request("GET", `${at(id)}/uses`, { schema: z.array(useSchema), signal }),
    staleTime: 0,
  });

/** Which of these files something shows, and what. */
export const usedQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: [...mediaKey, "used", ids],
    queryFn: ({ signal }) =>
      inParts(ids, (some) => {
        const search = new URLSearchParams(some.map((id) => ["id", id]));
        return request("GET", `/media-uses?${search}`, { schema: usedSchema, signal });
      }),
    staleTime: 0,
  });

/** Adds a file, or gives back the one of the same content that is there. */
export async function sendFile(
  file: File,
  folderId: string | null,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<{ media: Media; isNew: boolean }> {
  const form = new FormData();
  if (folderId) form.set("folderId", folderId);
  form.set("file", file);
  const options = { schema: mediaSchema, signal, onProgress };
  const { status, value } = await upload("/media", form, options);
  return { media: value, isNew: status === 201 };
}

export function changeMedia(id: string, change: MediaChange): Promise<Media> {
  return request("PATCH", at(id), { body: change, schema: mediaSchema });
}

/** @throws {ApiError} `media_in_use` unless it is to go although something shows it */
export function deleteMedia(id: string, althoughUsed: boolean): Promise<void> {
  return request("DELETE", `${at(id)}?althoughUsed=${althoughUsed}`);
}

type BulkInput =
  | { action: "move"; folderId: string | null }
  | { action: "delete"; althoughUsed: boolean };

/** Each by itself: what is wrong with one keeps none of the others from being done. */
const doInBulk = (ids: readonly string[], input: BulkInput): Promise<BulkAnswer> =>
  inParts(ids, async (some) => {
    const body = { ids: some, ...input };
    return (await request("POST", "/media/bulk", { body, schema: bulkSchema })).items;
  });

export const moveInBulk = (ids: readonly string[], folderId: string | null) =>
  doInBulk(ids, { action: "move", folderId });

/** @param althoughUsed those that are to go although something shows them */
export async function deleteInBulk(
  ids: readonly string[],
  althoughUsed: ReadonlySet<string>,
): Promise<BulkAnswer> {
  const used = ids.filter((id) => althoughUsed.has(id));
  const rest = ids.filter((id) => !althoughUsed.has(id));
  return [
    ...(await doInBulk(rest, { action: "delete", althoughUsed: false })),
    ...(await doInBulk(used, { action: "delete", althoughUsed: true })),
  ];
}

/** @throws {ApiError} `folder_taken` when there is one of that name beside it */
export function createFolder(name: string, parentId: string | null): Promise<Folder> {
  return request("POST", "/media-folders", { body: { name, parentId }, schema: folderSchema });
}

/** @throws {ApiError} `folder_taken` when there is one of that name beside it */
export function renameFolder(id: string, name: string): Promise<Folder> {
  return request("PATCH", `/media-folders/${encodeURIComponent(id)}`, {
    body: { name },
    schema: folderSchema,
  });
}

/** What is in it moves to where it was. */
export function deleteFolder(id: string): Promise<void> {
  return request("DELETE", `/media-folders/${encodeURIComponent(id)}`);
}
