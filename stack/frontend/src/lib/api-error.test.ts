import { expect, test } from "vitest";
import {
  ApiError,
  errorFromFailure,
  errorFromResponse,
  isSignedOut,
  messageOf,
} from "@/lib/api-error.ts";

test("the API's own error is passed on whole", () => {
  const error = errorFromResponse(409, {
    error: { code: "slug_taken", message: "Another page has it.", fields: { slug: "Taken." } },
  });
  expect(error).toMatchObject({
    code: "slug_taken",
    status: 409,
    message: "Another page has it.",
    fields: { slug: "Taken." },
  });
});

test.each([null, undefined])("an error whose fields are %s has no field errors", (fields) => {
  const body = { error: { code: "conflict", message: "Stale.", fields } };
  expect(errorFromResponse(409, body).fields).toEqual({});
});

test.each([
  [404, "not_found"],
  [413, "too_large"],
  [429, "too_many"],
  [502, "unavailable"],
  [503, "unavailable"],
  [504, "unavailable"],
  [500, "bad_response"],
  [418, "bad_response"],
])("an answer %i that is not the API's becomes %s", (status, code) => {
  expect(errorFromResponse(status, undefined)).toMatchObject({ code, status });
  expect(errorFromResponse(status, { error: "text" })).toMatchObject({ code, status });
});

test("every 401 means signed out, whoever sent it", () => {
  expect(isSignedOut(errorFromResponse(401, undefined))).toBe(true);
  const body = { error: { code: "not_signed_in", message: "Sign in first." } };
  expect(isSignedOut(errorFromResponse(401, body))).toBe(true);
  expect(isSignedOut(errorFromResponse(403, undefined))).toBe(false);
  expect(isSignedOut(new Error("401"))).toBe(false);
});

test("a request without an answer says whether it was late or lost", () => {
  expect(errorFromFailure(new DOMException("", "TimeoutError")).code).toBe("timeout");
  expect(errorFromFailure(new TypeError("Failed to fetch")).code).toBe("network");
  const known = new ApiError("conflict", "Stale.");
  expect(errorFromFailure(known)).toBe(known);
});

test("an error of ours is never shown as it was thrown", () => {
  expect(messageOf(new TypeError("x is undefined"))).not.toContain("undefined");
  expect(messageOf(new ApiError("conflict", "Stale."))).toBe("Stale.");
});
