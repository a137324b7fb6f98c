import { expect, test } from "vitest";
import { mayEdit } from "@/features/entries/access.ts";
import type { User } from "@/features/session/api.ts";

const user = (...permissions: string[]): User => ({
  id: "me",
  name: "Me",
  email: "me@example.org",
  role: "author",
  permissions,
  demo: null,
});
const mine = { author: { id: "me", name: "Me" }, published: false };
const theirs = { author: { id: "other", name: "Other" }, published: false };

test("an editor changes every page", () => {
  const editor = user("pages.write", "pages.edit");
  for (const page of [null, mine, theirs, { ...theirs, published: true }]) {
    expect(mayEdit(editor, page)).toBe(true);
  }
});

test("an author changes drafts of their own, and begins new ones", () => {
  const author = user("pages.write");
  expect(mayEdit(author, null)).toBe(true);
  expect(mayEdit(author, mine)).toBe(true);
  expect(mayEdit(author, theirs)).toBe(false);
  expect(mayEdit(author, { ...mine, published: true })).toBe(false);
  expect(mayEdit(author, { author: null, published: false })).toBe(false);
});

test("a viewer changes nothing", () => {
  expect(mayEdit(user("pages.read"), null)).toBe(false);
  expect(mayEdit(user("pages.read"), mine)).toBe(false);
});
