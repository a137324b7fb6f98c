import { expect, it } from "vitest";
import { KeyedQueue } from "./queue.ts";

/** Work that ends when it is told to. */
function controlled() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (key: string): Promise<void> => {
    log.push(`begin ${key}`);
    return new Promise((resolve) => {
      ends.set(key, () => {
        log.push(`end ${key}`);
        resolve();
      });
    });
  };
  const end = async (key: string): Promise<void> => {
    ends.get(key)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, work, end };
}

const neverFails = (_key: string, thrown: unknown): void => {
  throw thrown;
};

it("never works on one key twice at a time, and once more for all that came meanwhile", async () => {
  const { log, work, end } = controlled();
  const queue = new KeyedQueue(4, work, neverFails);
  queue.add("a");
  queue.add("a");
  queue.add("a");
  expect(log).toEqual(["begin a"]);
  await end("a");
  expect(log).toEqual(["begin a", "end a", "begin a"]);
  await end("a");
  expect(log).toEqual(["begin a", "end a", "begin a", "end a"]);
});

it("works on no more keys at once than it has lanes; a stuck one does not hold up the others", async () => {
  const { log, work, end } = controlled();
  const queue = new KeyedQueue(2, work, neverFails);
  for (const key of ["stuck", "b", "c"]) queue.add(key);
  expect(log).toEqual(["begin stuck", "begin b"]);
  await end("b");
  expect(log).toEqual(["begin stuck", "begin b", "end b", "begin c"]);
});

it("takes nothing new after stop and waits for what is under way", async () => {
  const { log, work, end } = controlled();
  const queue = new KeyedQueue(1, work, neverFails);
  queue.add("a");
  queue.add("b");
  queue.addAfter("c", 0);
  let stopped = false;
  const stop = queue.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stopped).toBe(false);
  await end("a");
  await stop;
  expect(log).toEqual(["begin a", "end a"]);
});

it("is told of work that throws, and goes on with that key and the others", async () => {
  const told: string[] = [];
  const queue = new KeyedQueue(
    1,
    async (key) => {
      told.push(`begin ${key}`);
      if (key === "bad") throw new Error("broken");
    },
    (key, thrown) => told.push(`${key}: ${thrown}`),
  );
  for (const key of ["bad", "good"]) queue.add(key);
  queue.add("bad");
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(["begin bad", "bad: Error: broken", "begin good", "begin bad", "bad: Error: broken"]);
  await queue.stop();
});
