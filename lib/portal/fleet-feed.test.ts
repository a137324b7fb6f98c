import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFleetFeed } from "./fleet-feed.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeFeed() {
  const state = { away: false, open: 0, opened: 0, announce: () => {} };
  const feed = createFleetFeed({
    listen: (onChange) => {
      state.announce = onChange;
      state.open++;
      state.opened++;
      return {
        stop: async () => {
          state.open--;
        },
      };
    },
    workerIsAway: async () => state.away,
  });
  return { feed, state };
}

describe("the fleet's feed", () => {
  test("listens once for any number of pages, and not at all for none", () => {
    const { feed, state } = makeFeed();
    const stops = [feed.subscribe(() => {}), feed.subscribe(() => {})];
    expect(state.open).toBe(1);
    for (const stop of stops) stop();
    expect(state.open).toBe(0);
    feed.subscribe(() => {})();
    expect([state.open, state.opened]).toEqual([0, 2]);
  });

  test("tells a burst of changes as one, to everybody", () => {
    const { feed, state } = makeFeed();
    const pages = [vi.fn(), vi.fn()];
    for (const page of pages) feed.subscribe(page);
    for (let change = 0; change < 50; change++) state.announce();
    vi.advanceTimersByTime(1_000);
    expect(pages.map((page) => page.mock.calls.length)).toEqual([1, 1]);
    state.announce();
    vi.advanceTimersByTime(1_000);
    expect(pages.map((page) => page.mock.calls.length)).toEqual([2, 2]);
  });

  test("tells when the worker falls silent and when it returns", async () => {
    const { feed, state } = makeFeed();
    const page = vi.fn();
    feed.subscribe(page);
    await vi.advanceTimersByTimeAsync(100);
    expect(page).toHaveBeenCalledTimes(0);
    state.away = true;
    await vi.advanceTimersByTimeAsync(12_000);
    expect(page).toHaveBeenCalledTimes(1);
    state.away = false;
    await vi.advanceTimersByTimeAsync(12_000);
    expect(page).toHaveBeenCalledTimes(2);
  });
});
