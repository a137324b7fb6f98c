import { hashKey } from "@tanstack/react-query";
import type { EntryChange } from "@/features/entries/api.ts";
import type { Entry, EntryData, EntryFields } from "@/features/entries/entry.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { slugify } from "@/lib/slugify.ts";

/** An entry on the desk: what the server has, what is on the screen, and what stands between. */
export type Document = {
  /** The entry as the server last confirmed it; null until it is first saved. */
  readonly entry: Entry | null;
  /** The fields as they were when they were last the same here and there. */
  readonly base: EntryFields;
  readonly fields: EntryFields;
  readonly slugFollowsTitle: boolean;
  readonly activity: Activity;
  /** What is wrong, by the server's names: "slug", "data.body", "data.blocks.3.text". */
  readonly fieldErrors: Readonly<Record<string, string>>;
};

type Activity =
  | { kind: "idle" }
  | { kind: "saving"; sent: EntryFields }
  | { kind: "failed"; message: string; passing: boolean }
  | { kind: "conflict"; theirs: Entry };

/** What the writer is told. */
export type SavedState =
  | { kind: "new" }
  | { kind: "saved"; at: string }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failed"; message: string }
  | { kind: "conflict" };

/** Typing: what is not said stays, in `data` too. */
export type FieldsChange = Partial<EntryFields>;

const idle: Activity = { kind: "idle" };
/** Errors that may be gone a moment later; anything else waits for the writer. */
const passing = new Set(["network", "timeout", "unavailable"]);

const blank: EntryFields = {
  title: "",
  slug: "",
  parentId: null,
  terms: [],
  // What the server does with a page at the top, unless it is told otherwise.
  inNavigation: true,
  data: {},
};

const fieldsOf = ({ title, slug, parentId, terms, inNavigation, data }: Entry): EntryFields => ({
  title,
  slug,
  parentId,
  terms,
  inNavigation,
  data,
});

const empty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

/** Whether two values mean the same to the server, which takes nothing for an empty field. */
function same(a: unknown, b: unknown): boolean {
  if (a === b || (empty(a) && empty(b))) return true;
  // Text, by far the most of it, need not be written out to be compared.
  if (typeof a === "string" || typeof b === "string") return false;
  return hashKey([a]) === hashKey([b]);
}

/** The keys of which the two hold different values. */
function changedKeys(a: EntryData, b: EntryData): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !same(a[key], b[key]),
  );
}

function sameFields({ data: a, ...one }: EntryFields, { data: b, ...other }: EntryFields): boolean {
  return changedKeys(one, other).length === 0 && changedKeys(a, b).length === 0;
}

/** Opens an entry, or a blank one with what its type begins with. */
export function open(entry: Entry | null, beginning: EntryData = {}): Document {
  const fields = entry ? fieldsOf(entry) : { ...blank, data: beginning };
  return {
    entry,
    base: fields,
    fields,
    // The address of a public entry must not move under its readers.
    slugFollowsTitle: entry ? !entry.publishedAt && entry.slug === slugify(entry.title) : true,
    activity: idle,
    fieldErrors: {},
  };
}

/** The slug follows the title until it is edited, and again once it is emptied. */
export function edit(doc: Document, change: FieldsChange): Document {
  const data = { ...doc.fields.data, ...change.data };
  const slugFollowsTitle = change.slug === undefined ? doc.slugFollowsTitle : change.slug === "";
  const follows = slugFollowsTitle && change.title !== undefined;
  const fields = {
    ...doc.fields,
    ...change,
    data,
    ...(follows ? { slug: slugify(change.title) } : {}),
  };
  const names = [
    ...Object.keys(change).filter((name) => name !== "data"),
    ...Object.keys(change.data ?? {}).map((key) => `data.${key}`),
  ];
  const stands = ([name]: [string, string]) =>
    !names.some((edited) => name === edited || name.startsWith(`${edited}.`));
  const fieldErrors = Object.fromEntries(Object.entries(doc.fieldErrors).filter(stands));
  const mended = doc.activity.kind === "failed" && Object.keys(fieldErrors).length === 0;
  const activity = mended ? idle : doc.activity;
  return { ...doc, fields, slugFollowsTitle, fieldErrors, activity };
}

export function isDirty(doc: Document): boolean {
  return !sameFields(doc.fields, doc.base);
}

/**
 * What goes to the server: only what was changed. The slug of a new entry is left to it unless it
 * was chosen here: it knows which ones are taken. An emptied one is made from the title again.
 */
export function toSend({ fields, base, entry, slugFollowsTitle }: Document): EntryChange {
  const { title, parentId, terms, inNavigation } = fields;
  const change: EntryChange = {};
  if (!entry || title !== base.title) change.title = title;
  const slug = slugify(fields.slug) || slugify(title) || (entry?.slug ?? "");
  if (slug !== (entry?.slug ?? "") && (entry || !slugFollowsTitle)) change.slug = slug;
  if (parentId !== base.parentId) change.parentId = parentId;
  if (!same(terms, base.terms)) change.terms = terms;
  if (inNavigation !== base.inNavigation) change.inNavigation = inNavigation;
  // What a new entry begins with is not on the server yet.
  const changed = changedKeys(entry ? base.data : {}, fields.data);
  if (changed.length > 0) {
    change.data = Object.fromEntries(changed.map((key) => [key, fields.data[key] ?? null]));
  }
  return change;
}

export function saving(doc: Document): Document {
  return { ...doc, activity: { kind: "saving", sent: doc.fields }, fieldErrors: {} };
}

/** The server has it. What was typed in the meantime stays, and stays unsaved. */
export function saved(doc: Document, entry: Entry): Document {
  const sent = doc.activity.kind === "saving" ? doc.activity.sent : doc.fields;
  const slug = doc.fields.slug === sent.slug ? entry.slug : doc.fields.slug;
  return {
    ...doc,
    entry,
    // The menu is the server's choice until it is changed here.
    base: { ...sent, slug: entry.slug, inNavigation: entry.inNavigation },
    fields: {
      ...doc.fields,
      slug,
      inNavigation:
        doc.fields.inNavigation === sent.inNavigation
          ? entry.inNavigation
          : doc.fields.inNavigation,
    },
    slugFollowsTitle: doc.slugFollowsTitle && entry.slug === slugify(sent.title),
    activity: idle,
  };
}

export function failed(doc: Document, error: unknown): Document {
  const known = error instanceof ApiError;
  return {
    ...doc,
    activity: {
      kind: "failed",
      message: messageOf(error),
      passing: known && passing.has(error.code),
    },
    fieldErrors: known ? error.fields : {},
  };
}

/** Somebody else has saved since this entry was opened. */
export function conflicted(doc: Document, theirs: Entry): Document {
  return { ...doc, activity: { kind: "conflict", theirs } };
}

/** Builds the next save on top of theirs: what is on the screen will replace it. */
export function keepMine(doc: Document): Document {
  if (doc.activity.kind !== "conflict") return doc;
  const { theirs } = doc.activity;
  return { ...doc, entry: theirs, base: fieldsOf(theirs), activity: idle };
}

/**
 * An entry published, unpublished, scheduled: only its state changes here. If it comes back with other
 * words than the ones last seen, somebody else has saved, and adopting its version would overwrite them.
 */
export function stateChanged(doc: Document, entry: Entry): Document {
  const untouched = doc.entry !== null && sameFields(fieldsOf(doc.entry), fieldsOf(entry));
  if (!untouched) return conflicted(doc, entry);
  return { ...doc, entry, slugFollowsTitle: doc.slugFollowsTitle && !entry.publishedAt };
}

/** The one truth about whether what is on the screen is safe. */
export function savedState(doc: Document): SavedState {
  if (doc.activity.kind === "saving") return { kind: "saving" };
  if (doc.activity.kind === "conflict") return { kind: "conflict" };
  if (doc.activity.kind === "failed") return { kind: "failed", message: doc.activity.message };
  if (isDirty(doc)) return { kind: "unsaved" };
  return doc.entry ? { kind: "saved", at: doc.entry.updatedAt } : { kind: "new" };
}
