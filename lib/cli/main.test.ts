import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const main = resolve(import.meta.dirname, "main.ts");
let home = "";
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), "freehold-cli-")), "home");
});
afterEach(() => rmSync(resolve(home, ".."), { recursive: true }));

function freehold(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, FREEHOLD_HOME: home, DATABASE_URL: "", NO_COLOR: "1", FREEHOLD_NAMESPACE: "" };
  const ran = spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
const errorCode = (out: string): string => (JSON.parse(out) as { error: { code: string } }).error.code;

describe("bad input gets a clear error, exit code 2 and leaves no trace", () => {
  test.each([
    ["A_B", "slug_invalid"],
    ["a--b", "slug_invalid"],
    ["ab", "slug_invalid"],
    ["x".repeat(64), "slug_invalid"],
    ["; rm -rf /", "slug_invalid"],
    ["../x", "slug_invalid"],
    ["acme\nbeta", "slug_invalid"],
    ["", "slug_invalid"],
    ["müller", "slug_invalid"],
    ["admin", "slug_reserved"],
    ["-a", "usage"],
  ])("onboard %j: %s", (slug, code) => {
    const { code: exit, out, err } = freehold("onboard", slug, "--json");
    expect([exit, errorCode(out)]).toEqual([2, code]);
    expect(err.trim().split("\n")).toHaveLength(2);
    expect(existsSync(home)).toBe(false);
  });

  test.each([
    [["lst"], "Unknown command 'lst'"],
    [["up", "--port", "99999"], "It must be 1–65535"],
    [["onboard"], "Say whom to onboard"],
    [["onboard", "acme", "--from", "x.csv"], "--from brings slugs"],
    [["list", "--namespace", "A-B"], "“A-B” cannot be a namespace"],
    [["suspend", "acme", "--reason", " "], "A suspension needs a reason"],
    [["teardown"], "Missing required argument 'slug'"],
    [["onboard", "--from", "/nonexistent.csv"], "there is no such file"],
  ])("%j", (args, message) => {
    const { code, err, out } = freehold(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  test("a list with broken quoting names the line", () => {
    const file = join(resolve(home, ".."), "list.csv");
    writeFileSync(file, 'name\nAcme\n"open\n');
    expect(freehold("onboard", "--from", file).err).toContain("list.csv, line 3: a quotation mark is opened");
  });
});

test("before anything is up, commands say so and what to do", () => {
  const { code, err } = freehold("list");
  expect(code).toBe(1);
  expect(err).toContain("Run ./freehold up.");
});

test("help and version go to stdout with exit code 0", () => {
  expect(freehold("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
  for (const args of [[], ["--help"], ["onboard", "--help"]]) {
    expect(freehold(...args)).toMatchObject({ code: 0, out: expect.stringContaining("Usage: freehold") });
  }
});
