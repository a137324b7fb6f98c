import { expect, test } from "vitest";
import {
  conflicted,
  edit,
  failed,
  isDirty,
  keepMine,
  open,
  saved,
  savedState,
  saving,
  stateChanged,
  toSend,
} from "@/features/entries/editor/document.ts";
import type { Entry } from "@/features/entries/entry.ts";
import { ApiError } from "@/lib/api-error.ts";

const entry = (change: Partial<Entry> = {}): Entry => ({
  id: "1",
  type: "page",
  slug: "opening-hours",
  title: "Opening hours",
  data: { body: "Daily.", bodyFormat: "markdown" },
  parentId: null,
  terms: [],
  inNavigation: true,
  position: 1,
  status: "draft",
  published: false,
  hasChanges: false,
  path: "/opening-hours",
  publishedPath: null,
  version: 3,
  publishedVersion: null,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-02T00:00:00Z",
  publishedAt: null,
  publishAt: null,
  unpublishAt: null,
  scheduleProblem: "",
  author: null,
  savedBy: null,
  ...change,
});
const bodied = (body: string) => ({ data: { body, bodyFormat: "markdown" } });

test("an entry just opened is saved; a blank one is new; typing makes either unsaved", () => {
  expect(savedState(open(entry()))).toEqual({ kind: "saved", at: "2026-01-02T00:00:00Z" });
  expect(savedState(open(null, { bodyFormat: "html" }))).toEqual({ kind: "new" });
  expect(savedState(edit(open(entry()), { data: { body: "Never." } }))).toEqual({
    kind: "unsaved",
  });
});

test("only what was changed goes to the server; what was emptied goes as null", () => {
  const opened = open(entry({ data: { body: "Daily.", summary: "Hours", seo: { title: "A" } } }));
  const doc = edit(edit(opened, { data: { summary: "", cover: "/door.svg" } }), { terms: ["t"] });
  expect(toSend(doc)).toEqual({ terms: ["t"], data: { summary: "", cover: "/door.svg" } });
  expect(toSend(edit(opened, { data: { seo: undefined } }))).toEqual({ data: { seo: null } });
});

test("a new entry goes with all it begins with", () => {
  const doc = edit(open(null, { bodyFormat: "html" }), { title: "Hello" });
  expect(toSend(doc)).toEqual({ title: "Hello", data: { bodyFormat: "html" } });
});

test("typing that is taken back is no change, and neither is an empty field that was never there", () => {
  const doc = edit(edit(open(entry()), { data: { body: "Never." } }), { data: { body: "Daily." } });
  expect(isDirty(doc)).toBe(false);
  expect(isDirty(edit(doc, { data: { summary: "", links: [] } }))).toBe(false);
  expect(isDirty(edit(doc, { data: { open: false } }))).toBe(true);
});

test("what is typed while a save is under way stays, and stays unsaved", () => {
  const sent = saving(edit(open(entry()), { data: { body: "One." } }));
  const typed = edit(sent, { data: { body: "One. Two." } });
  const doc = saved(typed, entry({ ...bodied("One."), version: 4 }));
  expect(doc.fields.data.body).toBe("One. Two.");
  expect(doc.entry?.version).toBe(4);
  expect(savedState(doc).kind).toBe("unsaved");
});

test("text that the server normalised is not replaced under the cursor", () => {
  const doc = saved(saving(edit(open(entry()), { title: "Hours  " })), entry({ title: "Hours" }));
  expect(doc.fields.title).toBe("Hours  ");
  expect(savedState(doc).kind).toBe("saved");
});

test("the address that the server chose is shown", () => {
  const typed = edit(open(null), { title: "Opening hours" });
  expect(toSend(typed).slug).toBeUndefined();
  const doc = saved(saving(typed), entry({ slug: "opening-hours-2", version: 1 }));
  expect(doc.fields.slug).toBe("opening-hours-2");
  expect(isDirty(doc)).toBe(false);
});

test("whether a new page is in the menu is the server's choice until it is changed", () => {
  const typed = edit(open(null), { title: "Team", parentId: "about" });
  expect(toSend(typed).inNavigation).toBeUndefined();
  const doc = saved(saving(typed), entry({ parentId: "about", inNavigation: false }));
  expect(doc.fields.inNavigation).toBe(false);
  expect(isDirty(doc)).toBe(false);
  expect(toSend(edit(doc, { inNavigation: true })).inNavigation).toBe(true);
});

test("the slug follows the title until it is edited, and again once it is emptied", () => {
  let doc = edit(open(null), { title: "Opening hours" });
  expect(doc.fields.slug).toBe("opening-hours");
  doc = edit(edit(doc, { slug: "hours" }), { title: "Opening times" });
  expect(doc.fields.slug).toBe("hours");
  doc = edit(edit(doc, { slug: "" }), { title: "When we open" });
  expect(doc.fields.slug).toBe("when-we-open");
});

test("the address of a published entry stays when its title changes", () => {
  const doc = edit(open(entry({ status: "published", publishedAt: "2026-01-02T00:00:00Z" })), {
    title: "Opening times",
  });
  expect(doc.fields.slug).toBe("opening-hours");
});

test("an address that was chosen by hand does not follow the title after reopening", () => {
  expect(edit(open(entry({ slug: "hours" })), { title: "Times" }).fields.slug).toBe("hours");
});

test("an emptied or untidy address is mended before it is sent", () => {
  expect(toSend(edit(open(entry({ slug: "hours" })), { slug: "" })).slug).toBe("opening-hours");
  expect(toSend(edit(open(entry()), { slug: "Visit us!" })).slug).toBe("visit-us");
});

test("a failed save keeps the text, says why, and marks each field until it is edited", () => {
  const error = new ApiError("slug_taken", "Taken.", 409, {
    slug: "Choose another.",
    "data.blocks.3.text": "Too long.",
  });
  const doc = failed(saving(edit(open(entry()), { slug: "contact" })), error);
  expect(doc.fields.slug).toBe("contact");
  expect(savedState(doc)).toEqual({ kind: "failed", message: "Taken." });
  expect(edit(doc, { data: { body: "x" } }).fieldErrors.slug).toBe("Choose another.");
  const mended = edit(doc, { slug: "contact-us" });
  expect(mended.fieldErrors).toEqual({ "data.blocks.3.text": "Too long." });
  expect(savedState(mended).kind).toBe("failed");
  expect(savedState(edit(mended, { data: { blocks: [] } })).kind).toBe("unsaved");
});

test("text that failed to be saved still counts as unsaved when leaving", () => {
  const doc = failed(saving(edit(open(entry()), { data: { body: "New." } })), new Error("lost"));
  expect(isDirty(doc)).toBe(true);
});

test("overwriting builds on their version and sends what differs of mine", () => {
  const theirs = entry({ ...bodied("Theirs."), version: 9 });
  const mine = saving(edit(open(entry()), { data: { body: "Mine." } }));
  const stale = conflicted(mine, theirs);
  expect(savedState(stale).kind).toBe("conflict");
  const doc = keepMine(stale);
  expect(doc.entry?.version).toBe(9);
  expect(toSend(doc)).toEqual({ data: { body: "Mine." } });
});

test("publishing takes over the new state and leaves the text alone", () => {
  const typing = edit(open(entry()), { data: { body: "More." } });
  const doc = stateChanged(typing, entry({ status: "published", published: true }));
  expect(doc.entry?.status).toBe("published");
  expect(doc.fields.data.body).toBe("More.");
  expect(isDirty(doc)).toBe(true);
});

test("publishing that brings back somebody else's words is a conflict, not a silent overwrite", () => {
  const doc = stateChanged(open(entry()), entry({ ...bodied("Theirs."), version: 8 }));
  expect(savedState(doc).kind).toBe("conflict");
});
