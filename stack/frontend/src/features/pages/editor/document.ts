import type { Page, PageFields } from "@/features/pages/api.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { slugify } from "@/lib/slugify.ts";

/** A page on the desk: what the server has, what is on the screen, and what stands between. */
export type Document = {
  /** The page as the server last confirmed it; null until it is first saved. */
  readonly page: Page | null;
  /** The fields as they were when they were last the same here and there. */
  readonly base: PageFields;
  readonly fields: PageFields;
  readonly slugFollowsTitle: boolean;
  readonly activity: Activity;
  readonly fieldErrors: Readonly<Partial<Record<keyof PageFields, string>>>;
};

type Activity =
  | { kind: "idle" }
  | { kind: "saving"; sent: PageFields }
  | { kind: "failed"; message: string }
  | { kind: "conflict"; theirs: Page };

/** What the writer is told. */
export type SavedState =
  | { kind: "new" }
  | { kind: "saved"; at: string }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failed"; message: string }
  | { kind: "conflict" };

const idle: Activity = { kind: "idle" };
const blank: PageFields = {
  title: "",
  slug: "",
  body: "",
  bodyFormat: "html",
  summary: "",
  cover: "",
  coverAlt: "",
};
const names = Object.keys(blank) as (keyof PageFields)[];

const fieldsOf = (page: PageFields): PageFields => {
  const { title, slug, body, bodyFormat, summary, cover, coverAlt } = page;
  return { title, slug, body, bodyFormat, summary, cover, coverAlt };
};

const same = (a: PageFields, b: PageFields): boolean => names.every((name) => a[name] === b[name]);

/** Opens a page, or a blank one. */
export function open(page: Page | null): Document {
  const fields = page ? fieldsOf(page) : blank;
  return {
    page,
    base: fields,
    fields,
    // The address of a public page must not move under its readers.
    slugFollowsTitle: page ? !page.publishedAt && page.slug === slugify(page.title) : true,
    activity: idle,
    fieldErrors: {},
  };
}

/** Typing. The slug follows the title until it is edited, and again once it is emptied. */
export function edit(doc: Document, change: Partial<PageFields>): Document {
  const fields = { ...doc.fields, ...change };
  const slugFollowsTitle = change.slug === undefined ? doc.slugFollowsTitle : change.slug === "";
  if (slugFollowsTitle && change.title !== undefined) fields.slug = slugify(change.title);
  const fieldErrors = { ...doc.fieldErrors };
  for (const name of Object.keys(change)) delete fieldErrors[name as keyof PageFields];
  return { ...doc, fields, slugFollowsTitle, fieldErrors };
}

export function isDirty(doc: Document): boolean {
  return !same(doc.fields, doc.base);
}

/**
 * The fields as they go to the server. The slug of a new page is left to it unless it was chosen
 * here: it knows which ones are taken. An emptied one is made from the title again.
 */
export function toSend({ fields, page, slugFollowsTitle }: Document): PageFields {
  if (!page && slugFollowsTitle) return { ...fields, slug: "" };
  return { ...fields, slug: slugify(fields.slug) || slugify(fields.title) || (page?.slug ?? "") };
}

export function saving(doc: Document): Document {
  return { ...doc, activity: { kind: "saving", sent: doc.fields }, fieldErrors: {} };
}

/** The server has it. What was typed in the meantime stays, and stays unsaved. */
export function saved(doc: Document, page: Page): Document {
  const sent = doc.activity.kind === "saving" ? doc.activity.sent : doc.fields;
  const slug = doc.fields.slug === sent.slug ? page.slug : doc.fields.slug;
  return {
    ...doc,
    page,
    base: { ...sent, slug: page.slug },
    fields: { ...doc.fields, slug },
    slugFollowsTitle: doc.slugFollowsTitle && page.slug === slugify(sent.title),
    activity: idle,
  };
}

export function failed(doc: Document, error: unknown): Document {
  const fieldErrors = error instanceof ApiError ? byName(error.fields) : {};
  return { ...doc, activity: { kind: "failed", message: messageOf(error) }, fieldErrors };
}

/** The server says "data.body" where the screen has "body". */
function byName(fields: ApiError["fields"]): Document["fieldErrors"] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, why]) => [name.replace(/^data\./, ""), why]),
  );
}

/** Somebody else has saved since this page was opened. */
export function conflicted(doc: Document, theirs: Page): Document {
  return { ...doc, activity: { kind: "conflict", theirs } };
}

/** Builds the next save on top of theirs: what is on the screen will replace it. */
export function keepMine(doc: Document): Document {
  if (doc.activity.kind !== "conflict") return doc;
  const { theirs } = doc.activity;
  return { ...doc, page: theirs, base: fieldsOf(theirs), activity: idle };
}

/**
 * A page published, unpublished: only its state changes here. If it comes back with other words
 * than the ones last seen, somebody else has saved, and adopting its version would overwrite them.
 */
export function stateChanged(doc: Document, page: Page): Document {
  const seen = doc.page;
  const untouched = seen !== null && same(fieldsOf(seen), fieldsOf(page));
  if (!untouched) return conflicted(doc, page);
  return { ...doc, page, slugFollowsTitle: doc.slugFollowsTitle && !page.publishedAt };
}

/** The one truth about whether what is on the screen is safe. */
export function savedState(doc: Document): SavedState {
  if (doc.activity.kind === "saving") return { kind: "saving" };
  if (doc.activity.kind === "conflict") return { kind: "conflict" };
  if (doc.activity.kind === "failed") return { kind: "failed", message: doc.activity.message };
  if (isDirty(doc)) return { kind: "unsaved" };
  return doc.page ? { kind: "saved", at: doc.page.updatedAt } : { kind: "new" };
}
