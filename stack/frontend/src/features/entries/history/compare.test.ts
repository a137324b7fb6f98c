import { expect, test } from "vitest";
import {
  compare,
  compareLines,
  type Row,
  type Snapshot,
} from "@/features/entries/history/compare.ts";

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  title: "Bread",
  slug: "bread",
  parent: "",
  terms: [],
  data: { body: "<p>We bake every day.</p>" },
  ...change,
});

const marked = (row: Row | undefined) =>
  row?.kind === "changed"
    ? [row.before, row.after].map((side) =>
        side.filter(({ changed }) => changed).map(({ text }) => text.trim()),
      )
    : null;

test("only the words that differ are marked, on their own side", () => {
  const [row] = compareLines(["We bake every day."], ["We bake every night."]);
  expect(marked(row)).toEqual([["day"], ["night"]]);
});

test("a line put in between moves none of its neighbours", () => {
  const rows = compareLines(["one", "two"], ["one", "between", "two"]);
  expect(rows.map(({ kind }) => kind)).toEqual(["same", "changed", "same"]);
  expect(rows[1]).toEqual({
    kind: "changed",
    before: [],
    after: [{ text: "between", changed: true }],
  });
});

test("a sentence with nothing in common is another one as a whole", () => {
  const [row] = compareLines(["Closed on Mondays."], ["Children are welcome here."]);
  expect(marked(row)).toEqual([["Closed on Mondays."], ["Children are welcome here."]]);
});

test("fields are compared one by one; what is empty on both sides is left out", () => {
  const sections = compare(snapshot(), snapshot({ title: "Rye bread", data: { cover: "" } }));
  expect(sections.map(({ key, differs }) => [key, differs])).toEqual([
    ["title", true],
    ["slug", false],
    ["data.body", true],
  ]);
});

test("a change of form alone is told as one", () => {
  const bold = snapshot({ data: { body: "<p>We bake <strong>every</strong> day.</p>" } });
  const body = compare(snapshot(), bold).find(({ key }) => key === "data.body");
  expect(body).toMatchObject({ differs: true, onlyForm: true });
});

test("the order in which the server keeps an object's keys is no change", () => {
  const one = snapshot({ data: { seo: { title: "A", description: "B" } } });
  const other = snapshot({ data: { seo: { description: "B", title: "A" } } });
  const seo = compare(one, other).find(({ key }) => key === "data.seo");
  expect(seo?.differs).toBe(false);
});
