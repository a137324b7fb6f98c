import { expect, test } from "vitest";
import { errorTable } from "../errors.ts";
import { type ProgressOperation, provisioningSteps, provisioningTrouble } from "./provisioning.ts";

let next = 0;
const did = (kind: string, target: string, from: number, to: number | null, failed = false): ProgressOperation => ({
  id: String(++next),
  kind,
  target,
  startedAt: from,
  endedAt: to,
  failed,
});
const text = (...[operations, status]: Parameters<typeof provisioningSteps>): string[] =>
  provisioningSteps(operations, status).map(({ id, state, durationMs }) => `${id} ${state} ${durationMs ?? "-"}`);

test("what has not begun yet is told beforehand", () => {
  expect(text([], "provisioning")).toEqual([
    "network pending -",
    "storage pending -",
    "database pending -",
    "cms pending -",
    "site pending -",
    "opening pending -",
  ]);
});

test("a step lasts from its first operation to the end of its last", () => {
  const operations = [
    did("create-network", "default", 0, 80),
    did("create-volume", "dbdata", 0, 10),
    did("create-container", "db", 10, 50),
    did("start-container", "db", 80, 400),
    did("create-container", "api", 10, 60),
    did("start-container", "api", 80, null),
  ];
  expect(text(operations, "provisioning")).toEqual([
    "network done 80",
    "storage done 10",
    "database done 390",
    "cms running -",
    "site pending -",
    "opening pending -",
  ]);
});

test("a failed step that was done again is done", () => {
  const failed = did("start-container", "web", 0, 10, true);
  expect(text([failed], "provisioning")[4]).toBe("site failed 10");
  expect(text([failed, did("start-container", "web", 20, 50)], "provisioning")[4]).toBe("site done 30");
});

test("what a running stack did not need is done", () =>
  expect(text([], "running")).toEqual(expect.arrayContaining(["network done -", "opening done -"])));

test("no error speaks of containers, stacks or engines to a client", () => {
  for (const code of [...Object.keys(errorTable), "made_up"])
    for (const terminal of [true, false]) {
      const trouble = provisioningTrouble(code, terminal);
      expect(`${trouble?.what} ${trouble?.next}`).not.toMatch(
        /container|stack|engine|docker|reconcile|subnet|\{|undefined/i,
      );
    }
  expect(provisioningTrouble(null, false)).toBeNull();
});
