import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ProgressOperation, Provisioning } from "../domain/provisioning.ts";
import { createStackFeed } from "./stack-feed.ts";
import { stackStream } from "./stack-stream.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const operation = (id: string, startedAt: number, endedAt: number | null): ProgressOperation => ({
  id,
  kind: "start-container",
  target: "db",
  startedAt,
  endedAt,
  failed: false,
});

function open(first: Provisioning, lastEventId: string | null = null) {
  let announce = (_: string | null): void => {};
  let now = first;
  const visitor = new AbortController();
  const feed = createStackFeed((onChange) => {
    announce = onChange;
    return { stop: async () => {} };
  });
  const response = stackStream({
    stackId: "s",
    feed,
    read: async () => now,
    stillAllowed: async () => true,
    signal: visitor.signal,
    lastEventId,
  });
  const text = response.text();
  return {
    async become(next: Provisioning) {
      now = next;
      announce("s");
      await vi.advanceTimersByTimeAsync(200);
    },
    async events() {
      await vi.advanceTimersByTimeAsync(200);
      visitor.abort();
      return [...(await text).matchAll(/(?:id: (\d+)\n)?event: (\w+)\ndata: (.*)/g)].map(
        ([, id, name, data]) => `${id ?? "-"} ${name} ${name === "operation" ? JSON.parse(data ?? "").id : data}`,
      );
    },
  };
}

const coming = (...operations: ProgressOperation[]): Provisioning => ({
  status: "provisioning",
  trouble: null,
  operations,
});

test("an operation is told when it begins and when it ends, and nothing is told twice", async () => {
  const stream = open(coming(operation("1", 10, null)));
  await vi.advanceTimersByTimeAsync(1);
  await stream.become(coming(operation("1", 10, 30), operation("2", 20, null)));
  await stream.become(coming(operation("1", 10, 30), operation("2", 20, null)));
  expect(await stream.events()).toEqual([
    "10 operation 1",
    '- state {"status":"provisioning","trouble":null}',
    "20 operation 2",
    "30 operation 1",
  ]);
});

test("a browser that comes back is told what changed since its last event", async () => {
  const stream = open(coming(operation("1", 10, 15), operation("2", 20, 40), operation("3", 50, null)), "40");
  expect(await stream.events()).toEqual([
    "40 operation 2",
    "50 operation 3",
    '- state {"status":"provisioning","trouble":null}',
  ]);
});

test("the end is told as a state", async () => {
  const stream = open(coming());
  await vi.advanceTimersByTimeAsync(1);
  await stream.become({ ...coming(), status: "running" });
  expect((await stream.events()).at(-1)).toBe('- state {"status":"running","trouble":null}');
});
