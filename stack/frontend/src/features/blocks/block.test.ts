import { expect, test } from "vitest";
import { isEntryId, newBlock, readBlock, storedBlock, storedIn } from "@/features/blocks/block.ts";
import { blockKinds, kindsFor, summaryOf } from "@/features/blocks/kinds.ts";
import { problemsBelow } from "@/features/blocks/problems.ts";
import { rowsFor } from "@/features/blocks/use-blocks.ts";

test("a new block of every kind can be read and says nothing yet", () => {
  for (const kind of blockKinds) {
    const block = readBlock(newBlock(kind));
    expect(block?.kind).toBe(kind);
    if (block && kind !== "posts") expect(summaryOf(block)).toBe("");
  }
});

test("what is empty is not kept, in rows too, and what was said comes back whole", () => {
  const read = readBlock({ kind: "hero", title: "A", links: [{ label: "Go" }, {}] });
  if (!read) throw new Error("unreadable");
  expect(storedBlock(read)).toEqual({
    kind: "hero",
    title: "A",
    layout: "below",
    links: [{ label: "Go" }, {}],
  });
  expect(readBlock(storedBlock(read))).toEqual(read);
});

test("a block of another release is not read, so that nobody breaks it", () => {
  expect(readBlock({ kind: "map", points: [1] })).toBeNull();
  expect(readBlock({ kind: "image", width: "enormous" })).toBeNull();
});

test("a kind is found by its name, by another word for it, after a slash", () => {
  expect(kindsFor("")).toEqual(blockKinds);
  expect(kindsFor("/her")).toEqual(["hero"]);
  expect(kindsFor("CTA")).toEqual(["action"]);
  expect(kindsFor("action")).toEqual(["action"]);
  expect(kindsFor("zebra")).toEqual([]);
});

test("text is told by its words", () => {
  const block = readBlock({ kind: "text", text: "<h2>Fish &amp; chips</h2><p>On Fridays</p>" });
  expect(block && summaryOf(block)).toBe("Fish & chips On Fridays");
});

test("problems are told below the block that has them, and not below its neighbour", () => {
  const problems = {
    "data.blocks.1.links.0.to": "a",
    "data.blocks.10.text": "b",
    "data.blocks": "c",
  };
  const blocks = problemsBelow(problems, "data.blocks");
  expect(blocks[""]).toBe("c");
  expect(problemsBelow(blocks, "1")).toEqual({ "links.0.to": "a" });
});

test("only an id is an entry", () => {
  expect(isEntryId("0b1dc98f-1111-4222-8333-444455556666")).toBe(true);
  expect(isEntryId("/0b1dc98f-1111-4222-8333-444455556666")).toBe(false);
});

test("a row keeps its name when it moves, when its words change, and when one is put before it", () => {
  const [a, b, c] = [{ kind: "text" }, { kind: "quote" }, { kind: "hero" }] as const;
  const first = rowsFor([a, b], []);
  const [idA, idB] = first.map((row) => row.id);
  expect(rowsFor([a, b], first)).toBe(first);
  expect(rowsFor([b, a], first).map((row) => row.id)).toEqual([idB, idA]);
  expect(rowsFor([a, { kind: "quote", text: "x" }], first).map((row) => row.id)).toEqual([
    idA,
    idB,
  ]);
  const more = rowsFor([c, a, b], first).map((row) => row.id);
  expect(more.slice(1)).toEqual([idA, idB]);
  expect(new Set(more).size).toBe(3);
});

test("what is not a list of objects is no blocks, and always the same none", () => {
  for (const value of [undefined, null, "x", {}, [1], [null]])
    expect(storedIn(value)).toBe(storedIn([0]));
  const blocks = [{ kind: "text" }];
  expect(storedIn(blocks)).toBe(blocks);
});
