import { expect, test } from "vitest";
import { inTreeOrder, possibleParents } from "@/features/entries/tree.ts";

const page = (id: string, parentId: string | null, position: number) => ({
  id,
  parentId,
  position,
  title: id,
});
const pages = [
  page("team", "about", 2),
  page("contact", null, 2),
  page("history", "about", 1),
  page("about", null, 1),
  page("lost", "deleted", 3),
  page("founders", "history", 1),
];
const ids = (rows: readonly { entry: { id: string }; depth: number }[]) =>
  rows.map(({ entry, depth }) => "-".repeat(depth) + entry.id);

test("each page follows what it stands below, neighbours in their order", () => {
  expect(ids(inTreeOrder(pages))).toEqual([
    "about",
    "-history",
    "--founders",
    "-team",
    "contact",
    "lost",
  ]);
});

test("what is folded keeps what is below it to itself", () => {
  const rows = inTreeOrder(pages, new Set(["history"]));
  expect(ids(rows)).toEqual(["about", "-history", "-team", "contact", "lost"]);
  expect(rows.find(({ entry }) => entry.id === "history")?.hasChildren).toBe(true);
});

test("a page cannot be put below itself or what is below it", () => {
  expect(ids(possibleParents(pages, "about"))).toEqual(["contact", "lost"]);
  expect(ids(possibleParents(pages, null))).toHaveLength(pages.length);
});

test("a page cannot be put where it or what is below it would be deeper than eight levels", () => {
  const line = ["1", "2", "3", "4", "5", "6", "7"].map((id, at, all) =>
    page(id, all[at - 1] ?? null, 1),
  );
  const others = [page("leaf", null, 2), page("pair", null, 3), page("half", "pair", 1)];
  const below = (id: string) => ids(possibleParents([...line, ...others], id));
  expect(below("leaf")).toContain("------7");
  expect(below("pair")).toContain("-----6");
  expect(below("pair")).not.toContain("------7");
});
