import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { ownerIsDead, workerOwner } from "./owner.ts";

test("a process that lives is not dead; one that was killed is", async () => {
  const child = spawn("sleep", ["600"], { stdio: "ignore" });
  await once(child, "spawn");
  const owner = workerOwner(child.pid);
  expect(ownerIsDead(owner)).toBe(false);

  child.kill("SIGKILL");
  await once(child, "exit");
  expect(ownerIsDead(owner)).toBe(true);
});

test("a living process with a dead one's id is not taken for it", () => {
  const [host, pid, began] = workerOwner().split(":");
  expect(ownerIsDead(`${host}:${pid}:${began}`)).toBe(false);
  expect(ownerIsDead(`${host}:${pid}:${Number(began) - 1}`)).toBe(true);
});

test.each(["elsewhere.example:1:1", "elsewhere.example:999999999:5", "", "no-colons"])(
  "“%s” is not ours to judge",
  (owner) => expect(ownerIsDead(owner)).toBe(false),
);
