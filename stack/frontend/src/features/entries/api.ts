import * as z from "zod/mini";
import { type Entry, entrySchema } from "@/features/entries/entry.ts";
import type { Place } from "@/features/entries/places.ts";
import { request } from "@/lib/api.ts";
import { type BulkAnswer, bulkSchema, inParts } from "@/lib/bulk.ts";

const at = (id: string) => `/entries/${encodeURIComponent(id)}`;

/** What a save says; the rest stays as it is. In `data` too, where null takes a field out. */
export type EntryChange = {
  title?: string;
  slug?: string;
  parentId?: string | null;
  terms?: readonly string[];
  inNavigation?: boolean;
  data?: Record<string, unknown>;
};

/** Creates a draft. Without a slug the server makes one of the title. */
export function createEntry(type: string, change: EntryChange): Promise<Entry> {
  return request("POST", "/entries", { body: { type, ...change }, schema: entrySchema });
}

type Saving = {
  /** The one that was edited. */
  version: number;
  /** Takes the place of the autosave before it among the revisions. */
  autosave: boolean;
};

/** @throws {ApiError} `conflict` when somebody has saved since `version` */
export function saveEntry(id: string, change: EntryChange, saving: Saving): Promise<Entry> {
  return request("PUT", at(id), { body: { ...change, ...saving }, schema: entrySchema });
}

/**
 * Puts a page elsewhere in the tree. Visitors see the order at once, and what it stands below once it is published.
 * @throws {ApiError} `slug_taken`, `invalid_input`; `conflict` when what it was to stand before has left
 */
export function placeEntry(id: string, place: Place): Promise<Entry> {
  return request("PUT", `${at(id)}/place`, { body: place, schema: entrySchema });
}

/** @throws {ApiError} `in_use` when there are pages below it */
export function deleteEntry(id: string): Promise<void> {
  return request("DELETE", at(id));
}

const changeState = (step: string) => (id: string) =>
  request("POST", `${at(id)}/${step}`, { schema: entrySchema });

export const publishEntry = changeState("publish");
export const unpublishEntry = changeState("unpublish");
/** Asks those who publish to read it. */
export const submitEntry = changeState("submit");
/** Goes back to what is public. */
export const discardChanges = changeState("discard");

/** ISO 8601 each; null for never. */
export type Schedule = { publishAt: string | null; unpublishAt: string | null };

/** @throws {ApiError} with the field, when a time is past or they are in the wrong order */
export function scheduleEntry(id: string, schedule: Schedule): Promise<Entry> {
  return request("PUT", `${at(id)}/schedule`, { body: schedule, schema: entrySchema });
}

export type BulkAction = "submit" | "publish" | "unpublish" | "delete";

/** Each by itself: what is wrong with one keeps none of the others from being done. */
export function doInBulk(ids: readonly string[], action: BulkAction): Promise<BulkAnswer> {
  return inParts(ids, async (some) => {
    const body = { ids: some, action };
    return (await request("POST", "/entries/bulk", { body, schema: bulkSchema })).items;
  });
}

const linkSchema = z.object({ url: z.string(), expiresAt: z.string() });
export type PreviewLink = z.infer<typeof linkSchema>;

/** Shows the entry as it is being worked on, to whoever has the link. */
export function makePreviewLink(id: string): Promise<PreviewLink> {
  return request("POST", `${at(id)}/preview-link`, { schema: linkSchema });
}

type Body = { title: string; body: string; bodyFormat: "markdown" | "html" };

/** HTML as the public site will show it: rendered and sanitised by the server. */
export async function renderPreview(body: Body, signal: AbortSignal): Promise<string> {
  const schema = z.object({ html: z.string() });
  return (await request("POST", "/preview", { body, schema, signal, reauthenticate: false })).html;
}
