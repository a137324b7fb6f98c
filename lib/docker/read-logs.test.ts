import { expect, test } from "vitest";
import { withoutFrames } from "./read-logs.ts";

const frame = (stream: number, text: string): Buffer => {
  const head = Buffer.alloc(8);
  head[0] = stream;
  head.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([head, Buffer.from(text)]);
};

test("Docker's frames are taken off, and nothing between them is lost", () => {
  const framed = Buffer.concat([frame(1, "out é\n"), frame(2, ""), frame(2, "err\n")]);
  expect(withoutFrames(framed).toString()).toBe("out é\nerr\n");
});
