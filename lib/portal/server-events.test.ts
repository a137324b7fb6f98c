import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EventSink, serverEvents } from "./server-events.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(work: (sink: EventSink) => Promise<void>, stillAllowed: () => Promise<boolean> = async () => true) {
  const visitor = new AbortController();
  const asks = new Set<() => void>();
  const response = serverEvents(
    {
      stillAllowed,
      signal: visitor.signal,
      heartbeatMs: 1_000,
      recheck: (ask) => {
        asks.add(ask);
        return () => asks.delete(ask);
      },
    },
    work,
  );
  return { visitor, asks, response, text: response.clone().text() };
}

test("events carry the id they are to be resumed from", async () => {
  const { visitor, text } = open(async (sink) => sink.send("step", { a: 1 }, "7"));
  await vi.advanceTimersByTimeAsync(1);
  visitor.abort();
  expect(await text).toBe('retry: 2000\n\nid: 7\nevent: step\ndata: {"a":1}\n\n');
});

test("the stream ends, and says so, as soon as a change takes the right away", async () => {
  let allowed = true;
  const { asks, text } = open(
    async () => {},
    async () => allowed,
  );
  allowed = false;
  for (const ask of asks) ask();
  await vi.advanceTimersByTimeAsync(1);
  expect(await text).toMatch(/event: end\n.*\n\n$/);
  expect(asks.size).toBe(0);
});

test("it says with each heartbeat that it is alive", async () => {
  const { visitor, text } = open(async () => {});
  await vi.advanceTimersByTimeAsync(2_500);
  visitor.abort();
  expect((await text).match(/^event: alive\ndata: .*\n\n/gm)).toHaveLength(2);
});

test("it ends with the next heartbeat when nobody announced the change", async () => {
  const { text } = open(
    async () => {},
    async () => false,
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await text).toMatch(/event: end/);
});

test("it ends when nobody can tell whether the visitor may look, and the browser may try again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { text } = open(
    async () => {},
    () => Promise.reject(new Error("the database is away")),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await text).not.toMatch(/event: end/);
});

test("what feeds the stream is told when the visitor has left", async () => {
  let signal: AbortSignal | undefined;
  const { visitor, text } = open(async (sink) => {
    signal = sink.signal;
  });
  visitor.abort();
  await text;
  expect(signal?.aborted).toBe(true);
});

test("one person has so many of one kind open, and another when one of them is over", async () => {
  const begin = () => {
    const visitor = new AbortController();
    const options = { stillAllowed: async () => true, signal: visitor.signal, whose: "logs:ada" };
    return { visitor, text: serverEvents(options, async () => {}).text() };
  };
  const streams = Array.from({ length: 5 }, begin);
  expect(begin).toThrow(expect.objectContaining({ code: "too_many" }));
  streams[0]?.visitor.abort();
  await streams[0]?.text;
  expect(() => streams.push(begin())).not.toThrow();
  for (const { visitor } of streams) visitor.abort();
});

test("whoever sends much waits for a visitor who reads slowly", async () => {
  let sent = 0;
  const visitor = new AbortController();
  const response = serverEvents({ stillAllowed: async () => true, signal: visitor.signal }, async (sink) => {
    for (; sent < 1_000; sent++) {
      await sink.drained();
      sink.send("line", sent);
    }
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toBeLessThan(100);
  const reader = response.body?.getReader();
  for (let read = 0; read < 200; read++) await reader?.read();
  expect(sent).toBeGreaterThan(190);
  visitor.abort();
});
