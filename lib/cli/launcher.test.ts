import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const project = resolve(import.meta.dirname, "../..");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "freehold-launcher-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("it works from anywhere and through a chain of links", () => {
  symlinkSync(join(project, "freehold"), join(folder, "first"));
  symlinkSync("first", join(folder, "second"));
  const ran = spawnSync(join(folder, "second"), ["--version"], { cwd: "/", encoding: "utf8" });
  expect([ran.status, ran.stderr]).toEqual([0, ""]);
  expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

/** A machine with the shell's usual helpers and whatever else a test puts there. */
function machineWith(programs: Readonly<Record<string, string>>): { freehold: string; path: string } {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const name of ["sh", "readlink", "date", "mkdir", "sed", "cat"]) {
    symlinkSync(spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim(), join(bin, name));
  }
  for (const [name, target] of Object.entries(programs)) symlinkSync(target, join(bin, name));
  copyFileSync(join(project, "freehold"), join(folder, "freehold"));
  return { freehold: join(folder, "freehold"), path: bin };
}

test("without Node.js it says in two lines what to install", () => {
  const { freehold, path } = machineWith({});
  const ran = spawnSync(freehold, ["up"], { env: { PATH: path, NODE_ENV: "test" }, encoding: "utf8" });
  expect(ran.status).toBe(1);
  expect(ran.stderr.trim().split("\n")).toEqual([
    "Freehold needs Node.js 24 and found no Node.js with npm to fetch it with.",
    expect.stringContaining("apt-get install nodejs npm"),
  ]);
});

test("with --no-install it says that packages are missing instead of installing them", () => {
  const { freehold, path } = machineWith({ node: process.execPath });
  const ran = spawnSync(freehold, ["up", "--no-install"], { env: { PATH: path, NODE_ENV: "test" }, encoding: "utf8" });
  expect(ran.status).toBe(1);
  expect(ran.stderr.trim().split("\n")).toEqual([
    "The packages of package-lock.json are not installed.",
    expect.stringContaining("npm ci"),
  ]);
});
