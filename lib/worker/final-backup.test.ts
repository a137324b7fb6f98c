import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finalBackupDays } from "../domain/closing.ts";
import { type Home, locateHome } from "../home.ts";
import { removeOldBackups } from "./final-backup.ts";

let home: Home;
let folder = "";
beforeEach(() => {
  home = locateHome({ ...process.env, FREEHOLD_HOME: mkdtempSync(join(tmpdir(), "freehold-backups-")) });
  folder = join(home.root, "backups");
});
afterEach(() => rmSync(home.root, { recursive: true }));

test("last copies go when their time is over, and nothing else does", async () => {
  mkdirSync(folder);
  const over = new Date(Date.now() - (finalBackupDays * 24 + 1) * 3_600_000);
  for (const [name, time] of [
    ["old.dump", over],
    ["old.media.tar.part", over],
    ["somebody-s.txt", over],
    ["new.dump", new Date()],
  ] as const) {
    writeFileSync(join(folder, name), "");
    utimesSync(join(folder, name), time, time);
  }
  await removeOldBackups(home);
  expect(readdirSync(folder).sort()).toEqual(["new.dump", "somebody-s.txt"]);
});

test("before the first copy there is nothing to remove; a folder that cannot be read is an error", async () => {
  await removeOldBackups(home);
  writeFileSync(folder, "");
  await expect(removeOldBackups(home)).rejects.toMatchObject({ code: "ENOTDIR" });
});
