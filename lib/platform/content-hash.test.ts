import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashFiles, readFolder } from "./content-hash.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "freehold-hash-"));
  mkdirSync(join(folder, "sub"));
  writeFileSync(join(folder, "a.txt"), "a");
  writeFileSync(join(folder, "sub", "b.txt"), "b");
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = async (ignore: string[] = []): Promise<string> => hashFiles(await readFolder(folder, ignore));

test("times do not count", async () => {
  const before = await hash();
  utimesSync(join(folder, "a.txt"), new Date(0), new Date(0));
  expect(await hash()).toBe(before);
});

test.each<[string, () => void]>([
  ["content", () => writeFileSync(join(folder, "a.txt"), "A")],
  ["another file", () => writeFileSync(join(folder, "c.txt"), "")],
  ["the executable bit", () => chmodSync(join(folder, "a.txt"), 0o755)],
])("%s counts", async (_what, change) => {
  const before = await hash();
  change();
  expect(await hash()).not.toBe(before);
});

test("where one file ends and the next begins counts", () => {
  const file = (path: string, text: string) => ({
    path,
    content: Buffer.from(text),
    executable: false,
    modified: new Date(),
  });
  expect(hashFiles([file("a", "xy"), file("b", "")])).not.toBe(hashFiles([file("a", "x"), file("b", "y")]));
});

test("what .dockerignore names is left out, with its exceptions", async () => {
  const paths = async (ignore: string[]) => (await readFolder(folder, ignore)).map(({ path }) => path);
  expect(await paths(["sub"])).toEqual(["a.txt"]);
  expect(await paths(["*", "!sub"])).toEqual(["sub/b.txt"]);
});
