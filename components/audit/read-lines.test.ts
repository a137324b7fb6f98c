import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";

test("lines are whole however the answer was cut, and the last one only when it ended", async () => {
  const parts = ["one\ntw", "o ü", "\n\nthr"].map((part) => new TextEncoder().encode(part));
  const split = parts.flatMap((part) => [part.slice(0, 1), part.slice(1)]);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of split) controller.enqueue(part);
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of readLines(body)) lines.push(line);
  expect(lines).toEqual(["one", "two ü", ""]);
});
