import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followStream, silentMs } from "./follow-stream.ts";

/** Stands for the browser's, which cannot be told what the network does. */
class Source extends EventTarget {
  static readonly opened: Source[] = [];
  readonly OPEN = 1;
  readonly url: string;
  readyState = 0;

  constructor(url: string) {
    super();
    this.url = url;
    Source.opened.push(this);
  }

  say(name: string, data = "{}"): void {
    this.readyState = this.OPEN;
    this.dispatchEvent(new MessageEvent(name, { data }));
  }

  close(): void {
    this.readyState = 2;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Source);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Source.opened.length = 0;
});

const last = (): Source => Source.opened.at(-1) as Source;

test("a stream that has gone silent is no longer taken for open, and is opened again", () => {
  const heard: string[] = [];
  const lost = vi.fn();
  const stream = followStream("/progress/stream", { state: (data) => heard.push(data) }, lost);
  last().say("state", "1");
  for (let beat = 0; beat < 5; beat++) {
    vi.advanceTimersByTime(3_000);
    last().say("alive");
  }
  expect([stream.isOpen, Source.opened.length, lost.mock.calls.length]).toEqual([true, 1, 0]);

  vi.advanceTimersByTime(silentMs);
  expect([stream.isOpen, Source.opened.length, lost.mock.calls.length]).toEqual([false, 2, 1]);
  expect(Source.opened[0]?.readyState).toBe(2);
  last().say("state", "2");
  expect([stream.isOpen, last().url, heard]).toEqual([true, "/progress/stream", ["1", "2"]]);
});

test("it is tried again for as long as nothing comes, and not once it is closed", () => {
  const stream = followStream("/progress/stream", {});
  vi.advanceTimersByTime(3 * silentMs);
  expect(Source.opened).toHaveLength(4);
  stream.close();
  vi.advanceTimersByTime(3 * silentMs);
  expect([Source.opened.length, vi.getTimerCount(), last().readyState]).toEqual([4, 0, 2]);
});
