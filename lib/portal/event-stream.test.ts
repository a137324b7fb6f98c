import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { eventStream } from "./event-stream.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(stillAllowed: () => Promise<boolean>) {
  const listeners = new Set<() => void>();
  const visitor = new AbortController();
  const stream = eventStream({
    feed: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    stillAllowed,
    signal: visitor.signal,
    heartbeatMs: 1_000,
  });
  return { stream, listeners, visitor, text: new Response(stream).text() };
}

describe("the fleet's stream of events", () => {
  test("says when something changed, each time under a new id", async () => {
    const { listeners, visitor, text } = open(async () => true);
    await vi.advanceTimersByTimeAsync(5);
    for (const tell of listeners) tell();
    await vi.advanceTimersByTimeAsync(1_000);
    visitor.abort();
    const events = (await text).split("\n\n");
    expect(events.map((event) => /event: (\w+)/.exec(event)?.[1] ?? event)).toEqual([
      "retry: 2000",
      "ready",
      "change",
      ": alive",
      "",
    ]);
    const ids = events.flatMap((event) => /id: (\d+)/.exec(event)?.[1] ?? []);
    expect(Number(ids[1])).toBeGreaterThan(Number(ids[0]));
  });

  test("ends when the session was revoked, and says so", async () => {
    const { listeners, text } = open(async () => false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await text).toMatch(/event: end\n.*\n\n$/);
    expect(listeners.size).toBe(0);
  });

  test("ends when nobody can tell whether the visitor may look", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { text, listeners } = open(async () => Promise.reject(new Error("away")));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await text).not.toContain("event: end");
    expect(listeners.size).toBe(0);
    expect(log).toHaveBeenCalledOnce();
  });

  test("leaves nothing behind when the visitor goes away", async () => {
    const { listeners, visitor, text } = open(async () => true);
    visitor.abort();
    await text;
    expect(listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
