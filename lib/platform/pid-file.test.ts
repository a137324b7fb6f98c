import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { locateHome, prepareHome } from "../home.ts";
import { livePid, pidFile, writePid } from "./pid-file.ts";
import { stopProcess } from "./stop-process.ts";

let home = locateHome({ ...process.env, FREEHOLD_HOME: "/nonexistent" });
beforeEach(() => {
  home = locateHome({ ...process.env, FREEHOLD_HOME: mkdtempSync(join(tmpdir(), "freehold-pid-")) });
  prepareHome(home);
});
afterEach(() => rmSync(home.root, { recursive: true }));

const sleeper = () => spawn("sleep", ["60"], { stdio: "ignore" });

test("the file holds the pid alone", () => {
  writePid(home, "worker", process.pid);
  expect(readFileSync(pidFile(home, "worker"), "utf8")).toBe(`${process.pid}\n`);
  expect(livePid(home, "worker")).toBe(process.pid);
});

test("a process that ended is not alive", async () => {
  const child = sleeper();
  writePid(home, "worker", child.pid ?? 0);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(livePid(home, "worker")).toBeNull();
});

test("a stranger who was given the pid later is neither ours nor stopped", async () => {
  const stranger = sleeper();
  writePid(home, "worker", stranger.pid ?? 0);
  const identity = join(home.run, "worker.identity");
  writeFileSync(identity, readFileSync(identity, "utf8").replace(/\d+$/, "1"));
  expect(livePid(home, "worker")).toBeNull();
  expect(await stopProcess(home, "worker")).toBe(false);
  expect(stranger.exitCode).toBeNull();
  stranger.kill("SIGKILL");
});

test("our process is stopped", async () => {
  const child = sleeper();
  writePid(home, "worker", child.pid ?? 0);
  expect(await stopProcess(home, "worker")).toBe(true);
  expect(livePid(home, "worker")).toBeNull();
});
