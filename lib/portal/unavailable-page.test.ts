import { expect, test } from "vitest";
import { failure } from "../errors.ts";
import { unavailablePage } from "./unavailable-page.ts";

test("the page says what is wrong and what to do, and lets no cause write markup", () => {
  const html = unavailablePage(failure("control_database_away", { why: "<img src=x onerror=alert(1)>" }), "abc");
  expect(html).toContain("The control database does not answer");
  expect(html).toContain("Run ./freehold up");
  expect(html).not.toContain("<img");
  expect(html.match(/<(script|style)(?! nonce="abc")/g)).toBeNull();
});
