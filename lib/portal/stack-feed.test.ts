import { expect, test, vi } from "vitest";
import { createStackFeed } from "./stack-feed.ts";

function makeFeed() {
  const state = { open: 0, announce: (_: string | null): void => {} };
  const feed = createStackFeed((onChange) => {
    state.announce = onChange;
    state.open++;
    return {
      stop: async () => {
        state.open--;
      },
    };
  });
  return { feed, state };
}

test("each page hears of its own stack alone, and all of them after a lost connection", () => {
  const { feed, state } = makeFeed();
  const [one, two] = [vi.fn(), vi.fn()];
  feed.subscribe("a", one);
  feed.subscribe("b", two);
  state.announce("a");
  expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 0]);
  state.announce(null);
  expect([one.mock.calls.length, two.mock.calls.length]).toEqual([2, 1]);
});

test("listens once for any number of pages, and not at all for none", () => {
  const { feed, state } = makeFeed();
  const stops = ["a", "a", "b"].map((stack) => feed.subscribe(stack, () => {}));
  expect(state.open).toBe(1);
  for (const stop of stops) stop();
  expect(state.open).toBe(0);
});

test("a page that closes twice takes nobody else's subscription away", () => {
  const { feed, state } = makeFeed();
  const stop = feed.subscribe("a", () => {});
  stop();
  const listener = vi.fn();
  feed.subscribe("a", listener);
  stop();
  state.announce("a");
  expect(listener).toHaveBeenCalledOnce();
  expect(state.open).toBe(1);
});
