import { expect, test } from "vitest";
import type { Page } from "@/features/pages/api.ts";
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
} from "@/features/pages/editor/document.ts";
import { ApiError } from "@/lib/api-error.ts";

const page = (change: Partial<Page> = {}): Page => ({
  id: "1",
  slug: "opening-hours",
  title: "Opening hours",
  body: "Daily.",
  bodyFormat: "markdown",
  summary: "",
  cover: "",
  coverAlt: "",
  inNavigation: true,
  position: 1,
  status: "draft",
  published: false,
  hasChanges: false,
  path: "/opening-hours",
  publishedPath: null,
  version: 3,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-02T00:00:00Z",
  publishedAt: null,
  author: null,
  ...change,
});

test("a page just opened is saved; a blank one is new; typing makes either unsaved", () => {
  expect(savedState(open(page()))).toEqual({ kind: "saved", at: "2026-01-02T00:00:00Z" });
  expect(savedState(open(null))).toEqual({ kind: "new" });
  expect(savedState(edit(open(page()), { body: "Never." }))).toEqual({ kind: "unsaved" });
});

test("a changed summary or cover is a change like any other, and goes along", () => {
  const doc = edit(edit(open(page()), { summary: "When we open." }), { cover: "/door.svg" });
  expect(isDirty(doc)).toBe(true);
  expect(toSend(doc)).toMatchObject({ summary: "When we open.", cover: "/door.svg" });
  expect(isDirty(saved(saving(doc), page({ summary: "When we open." })))).toBe(false);
});

test("typing that is taken back is no change", () => {
  const doc = edit(edit(open(page()), { body: "Never." }), { body: "Daily." });
  expect(isDirty(doc)).toBe(false);
});

test("what is typed while a save is under way stays, and stays unsaved", () => {
  const sent = saving(edit(open(page()), { body: "One." }));
  const doc = saved(edit(sent, { body: "One. Two." }), page({ body: "One.", version: 4 }));
  expect(doc.fields.body).toBe("One. Two.");
  expect(doc.page?.version).toBe(4);
  expect(savedState(doc).kind).toBe("unsaved");
});

test("text that the server normalised is not replaced under the cursor", () => {
  const doc = saved(saving(edit(open(page()), { title: "Hours  " })), page({ title: "Hours" }));
  expect(doc.fields.title).toBe("Hours  ");
  expect(savedState(doc).kind).toBe("saved");
});

test("the address that the server chose is shown", () => {
  const typed = edit(open(null), { title: "Opening hours" });
  expect(toSend(typed).slug).toBe("");
  const doc = saved(saving(typed), page({ slug: "opening-hours-2", version: 1 }));
  expect(doc.fields.slug).toBe("opening-hours-2");
  expect(isDirty(doc)).toBe(false);
});

test("the slug follows the title until it is edited, and again once it is emptied", () => {
  let doc = edit(open(null), { title: "Opening hours" });
  expect(doc.fields.slug).toBe("opening-hours");
  doc = edit(edit(doc, { slug: "hours" }), { title: "Opening times" });
  expect(doc.fields.slug).toBe("hours");
  doc = edit(edit(doc, { slug: "" }), { title: "When we open" });
  expect(doc.fields.slug).toBe("when-we-open");
});

test("the address of a published page stays when its title changes", () => {
  const doc = edit(open(page({ status: "published", publishedAt: "2026-01-02T00:00:00Z" })), {
    title: "Opening times",
  });
  expect(doc.fields.slug).toBe("opening-hours");
});

test("an address that was chosen by hand does not follow the title after reopening", () => {
  expect(edit(open(page({ slug: "hours" })), { title: "Times" }).fields.slug).toBe("hours");
});

test("an emptied or untidy address is mended before it is sent", () => {
  expect(toSend(edit(open(page()), { slug: "" })).slug).toBe("opening-hours");
  expect(toSend(edit(open(page()), { slug: "Visit us!" })).slug).toBe("visit-us");
});

test("a failed save keeps the text, says why, and marks the field until it is edited", () => {
  const error = new ApiError("slug_taken", "Taken.", 409, { slug: "Choose another." });
  const doc = failed(saving(edit(open(page()), { slug: "contact" })), error);
  expect(doc.fields.slug).toBe("contact");
  expect(savedState(doc)).toEqual({ kind: "failed", message: "Taken." });
  expect(edit(doc, { body: "x" }).fieldErrors.slug).toBe("Choose another.");
  const inData = new ApiError("invalid_input", "No.", 422, { "data.cover": "Not a path." });
  expect(failed(saving(doc), inData).fieldErrors.cover).toBe("Not a path.");
  expect(edit(doc, { slug: "contact-us" }).fieldErrors.slug).toBeUndefined();
});

test("text that failed to be saved still counts as unsaved when leaving", () => {
  const doc = failed(saving(edit(open(page()), { body: "New." })), new Error("lost"));
  expect(isDirty(doc)).toBe(true);
});

test("overwriting builds on their version and sends my text", () => {
  const theirs = page({ version: 9, body: "Theirs." });
  const stale = conflicted(saving(edit(open(page()), { body: "Mine." })), theirs);
  expect(savedState(stale).kind).toBe("conflict");
  const doc = keepMine(stale);
  expect(doc.page?.version).toBe(9);
  expect(toSend(doc).body).toBe("Mine.");
  expect(isDirty(doc)).toBe(true);
});

test("publishing takes over the new state and leaves the text alone", () => {
  const typing = edit(open(page()), { body: "More." });
  const doc = stateChanged(typing, page({ status: "published", version: 4 }));
  expect(doc.page?.status).toBe("published");
  expect(doc.fields.body).toBe("More.");
  expect(isDirty(doc)).toBe(true);
});

test("publishing that brings back somebody else's words is a conflict, not a silent overwrite", () => {
  const doc = stateChanged(open(page()), page({ body: "Theirs.", version: 8 }));
  expect(savedState(doc).kind).toBe("conflict");
});
