import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFileLock } from "./file-lock.ts";
import { processIdentity } from "./process-identity.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "freehold-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("two never work at once, and the lock goes with the work", async () => {
  const path = join(folder, "lock");
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside -= 1;
  };
  await Promise.all([withFileLock(path, work), withFileLock(path, work)]);
  expect([most, existsSync(path)]).toEqual([1, false]);
});

test("work that fails gives the lock back", async () => {
  const path = join(folder, "lock");
  await expect(withFileLock(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(path)).toBe(false);
});

test("the lock of an owner who died is taken over", async () => {
  const path = join(folder, "lock");
  writeFileSync(path, (processIdentity(process.pid) ?? "").replace(/\d+$/, "1"));
  expect(await withFileLock(path, async () => "done")).toBe("done");
});

test("so is the lock of an owner who was ended before they could sign it", async () => {
  const path = join(folder, "lock");
  writeFileSync(path, "");
  const before = new Date(Date.now() - 60_000);
  utimesSync(path, before, before);
  expect(await withFileLock(path, async () => "done")).toBe("done");
});
