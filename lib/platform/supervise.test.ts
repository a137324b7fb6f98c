import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { locateHome, prepareHome } from "../home.ts";
import { livePid } from "./pid-file.ts";
import type { Program } from "./programs.ts";
import { supervise } from "./supervise.ts";

let home = locateHome({ ...process.env, FREEHOLD_HOME: "/nonexistent" });
beforeEach(() => {
  home = locateHome({ ...process.env, FREEHOLD_HOME: mkdtempSync(join(tmpdir(), "freehold-run-")) });
  prepareHome(home);
});
afterEach(() => rmSync(home.root, { recursive: true }));

/** Writes its name when it is told to stop, so that the order can be read. */
const program = (name: Program["name"]): Program => ({
  name,
  command: [
    "sh",
    "-c",
    `trap 'echo ${name} >> "$ORDER"; exit 0' TERM; : > "$ORDER-${name}"; while :; do sleep 0.02; done`,
  ],
  env: { ...process.env, ORDER: join(home.root, "order") },
});

test("a program that is killed is started again, and we are told", async () => {
  const said: string[] = [];
  const supervisor = supervise(home, [program("worker")], (text) => said.push(text));
  const first = livePid(home, "worker") ?? 0;
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(livePid(home, "worker") ?? first).not.toBe(first), { timeout: 5_000 });
  expect(said[0]).toContain("The worker was ended by SIGKILL");
  await supervisor.stop();
  expect(livePid(home, "worker")).toBeNull();
});

test("programs stop in the order they were given, and nothing starts them again", async () => {
  const said: string[] = [];
  const supervisor = supervise(home, [program("portal"), program("worker")], (text) => said.push(text));
  await vi.waitFor(
    () => expect(["portal", "worker"].every((name) => existsSync(join(home.root, `order-${name}`)))).toBe(true),
    { timeout: 5_000 },
  );
  await supervisor.stop();
  expect(readFileSync(join(home.root, "order"), "utf8")).toBe("portal\nworker\n");
  expect([livePid(home, "portal"), livePid(home, "worker"), said]).toEqual([null, null, []]);
});

test("a program that cannot be started is reported, not fatal", async () => {
  const said: string[] = [];
  const supervisor = supervise(home, [{ name: "portal", command: ["/nonexistent"], env: process.env }], (text) =>
    said.push(text),
  );
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(0), { timeout: 5_000 });
  expect(said[0]).toContain("could not be started");
  await supervisor.stop();
});
