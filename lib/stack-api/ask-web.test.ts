import { expect, test } from "vitest";
import { answeredIn } from "./ask-web.ts";

test("reads how many requests nginx answered", () => {
  const body =
    "Active connections: 2 \nserver accepts handled requests\n 16 16 31070465 \nReading: 0 Writing: 1 Waiting: 1 \n";
  expect(answeredIn(body)).toBe(31_070_465);
});

test("a release that does not count says nothing", () => expect(answeredIn("ok\n")).toBeNull());
