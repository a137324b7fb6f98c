import { expect, test } from "vitest";
import { ApiError } from "../../lib/api-error.ts";
import type { Media, sendFile } from "./api.ts";
import { UploadQueue } from "./upload-queue.ts";

type Sent = {
  name: string;
  signal: AbortSignal;
  progress: (share: number) => void;
  finish: (isNew?: boolean) => void;
  fail: (error: unknown) => void;
};

/** A queue whose uploads end when the test says so. */
function begin() {
  const sent: Sent[] = [];
  const send: typeof sendFile = (file, _folderId, signal, progress) =>
    new Promise((resolve, reject) => {
      const finish = (isNew = true) => resolve({ media: { id: file.name } as Media, isNew });
      sent.push({ name: file.name, signal, progress, finish, fail: reject });
    });
  return { queue: new UploadQueue(send), sent };
}
const files = (...names: string[]) => names.map((name) => new File(["x"], name));
const states = (queue: UploadQueue) =>
  queue.uploads.map(({ name, state }) => `${name} ${state.is}`);
const settle = () => new Promise((resolve) => setTimeout(resolve));
const takeAll = () => null;

test("three are sent at a time, the next when one is over", async () => {
  const { queue, sent } = begin();
  queue.add(files("a", "b", "c", "d", "e"), null, takeAll);
  expect(states(queue)).toEqual(["a sending", "b sending", "c sending", "d waiting", "e waiting"]);
  sent[1]?.finish();
  await settle();
  expect(states(queue)).toEqual(["a sending", "b added", "c sending", "d sending", "e waiting"]);
  sent[0]?.fail(new ApiError("media_type", "Not taken.", 415));
  await settle();
  expect(states(queue)).toEqual(["a failed", "b added", "c sending", "d sending", "e sending"]);
  expect(queue.uploads[0]?.state).toEqual({ is: "failed", why: "Not taken." });
});

test("how far one has come is told", async () => {
  const { queue, sent } = begin();
  const told: number[] = [];
  queue.subscribe(() =>
    told.push(queue.uploads[0]?.state.is === "sending" ? queue.uploads[0].state.share : -1),
  );
  queue.add(files("a"), null, takeAll);
  sent[0]?.progress(0.5);
  sent[0]?.finish(false);
  await settle();
  expect(told).toEqual([-1, 0, 0.5, -1]);
  expect(states(queue)).toEqual(["a known"]);
});

test("one that is taken off the list is broken off and makes room", async () => {
  const { queue, sent } = begin();
  queue.add(files("a", "b", "c", "d"), null, takeAll);
  queue.remove(queue.uploads[0]?.id ?? 0);
  expect(sent[0]?.signal.aborted).toBe(true);
  expect(states(queue)).toEqual(["b sending", "c sending", "d sending"]);
  sent[0]?.fail(sent[0].signal.reason);
  await settle();
  expect(states(queue)).toEqual(["b sending", "c sending", "d sending"]);
});

test("what is refused here is not sent; what failed can be sent again; what is over can be cleared", async () => {
  const { queue, sent } = begin();
  queue.add(files("a", "b"), null, ({ name }) => (name === "a" ? "Too large." : null));
  expect(sent.map(({ name }) => name)).toEqual(["b"]);
  sent[0]?.fail(new ApiError("network", "No connection."));
  await settle();
  expect(states(queue)).toEqual(["a failed", "b failed"]);
  queue.retry(queue.uploads[1]?.id ?? 0);
  expect(states(queue)).toEqual(["a failed", "b sending"]);
  expect(queue.isBusy).toBe(true);
  queue.clear();
  expect(states(queue)).toEqual(["b sending"]);
});
