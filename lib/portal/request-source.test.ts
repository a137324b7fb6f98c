import { expect, test } from "vitest";
import { requestSource } from "./request-source.ts";

test("a visitor is known by the address that the edge vouches for, not by one they claim", () => {
  expect(requestSource({ "x-forwarded-for": "6.6.6.6, 10.0.0.7", "x-request-id": "r" })).toEqual({
    origin: "portal 10.0.0.7",
    requestId: "r",
    address: "10.0.0.7",
  });
  expect(requestSource({}).origin).toBe("portal");
});
