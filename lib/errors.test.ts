import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { asFreeholdError, type ErrorCode, errorTable, FreeholdError, failure } from "./errors.ts";

const codes = Object.keys(errorTable) as ErrorCode[];
const placeholdersOf = (code: ErrorCode): string[] => {
  const { message, remedy } = errorTable[code];
  return [...`${message} ${remedy}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
};
const filled = (code: ErrorCode): FreeholdError =>
  new FreeholdError(code, Object.fromEntries(placeholdersOf(code).map((name) => [name, `<${name}>`])));

describe.each(codes)("%s", (code) => {
  test("fills every placeholder of message and remedy", () => {
    const { message, remedy } = filled(code);
    for (const name of placeholdersOf(code)) expect(`${message} ${remedy}`).toContain(`<${name}>`);
    expect(`${message} ${remedy}`).not.toMatch(/[{}]/);
  });

  test("says what happened and the one thing to do, each in whole sentences", () => {
    expect(errorTable[code].message).toMatch(/(\.|^\{why\}|: \{why\})$/);
    expect(errorTable[code].remedy).toMatch(/(\.|^\{remedy\})$/);
  });

  test("has an HTTP status of an error, and an exit code of its kind", () => {
    const { exitCode, httpStatus } = filled(code);
    expect([400, 401, 403, 404, 409, 410, 429, 500, 503]).toContain(httpStatus);
    expect(exitCode === 2 ? httpStatus < 500 : exitCode === 1).toBe(true);
  });
});

test("nothing stands in the table that nobody says", () => {
  const root = join(import.meta.dirname, "..");
  const source = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: root })
    .filter((path) => !path.startsWith("lib/errors") && !path.includes("/generated/"))
    .map((path) => readFileSync(join(root, path), "utf8"))
    .join("\n");
  expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
});

test("what the caller got wrong ends with 2 and is never tried again", () => {
  const wrong = codes.filter((code) => errorTable[code].exit === 2);
  expect(wrong).toEqual(
    expect.arrayContaining(["usage", "slug_invalid", "slug_taken", "tenant_unknown", "csv_invalid"]),
  );
  expect(wrong.filter((code) => errorTable[code].retryable)).toEqual([]);
});

test("lost data, a broken chain and an unreadable key wait for people", () =>
  expect(
    (["volume_missing", "audit_broken", "unseal_failed", "key_missing"] as const).map(
      (code) => errorTable[code].retryable,
    ),
  ).toEqual([false, false, false, false]));

describe("failure", () => {
  test("takes parameters where the texts have placeholders, also when only the remedy has", () => {
    expect(failure("slug_taken", { slug: "acme" }).toJSON()).toEqual({
      code: "slug_taken",
      message: "“acme” is taken.",
      remedy: "Choose another address, or see ./freehold status acme.",
    });
    expect(failure("stack_failed", { slug: "acme", why: "It broke.", remedy: "Mend it." }).remedy).toBe("Mend it.");
  });

  test("takes options first where they have none", () => {
    const cause = new Error("x");
    const error = failure("disk_full", { detail: "no space left on /var", cause });
    expect([error.detail, error.cause]).toEqual(["no space left on /var", cause]);
  });

  test("a value that looks like a placeholder stays what it is", () =>
    expect(failure("slug_invalid", { slug: "{why}", why: "$& {slug}" }).message).toBe(
      "“{why}” cannot be an address: $& {slug}.",
    ));

  test("the internal detail is not in what clients are sent", () =>
    expect(JSON.stringify(failure("disk_full", { detail: "/var/lib/secret" }))).not.toContain("secret"));
});

describe("asFreeholdError", () => {
  test("leaves ours as it is", () => {
    const error = failure("disk_full");
    expect(asFreeholdError(error)).toBe(error);
  });

  test.each([
    [new TypeError("inner text"), "inner text"],
    ["inner text", "inner text"],
    [undefined, "undefined"],
    [null, "null"],
  ])("hides what %s says behind a public text, and keeps it as detail and cause", (thrown, detail) => {
    const error = asFreeholdError(thrown);
    expect([error.code, error.message, error.detail, error.cause]).toEqual([
      "unexpected",
      "Something unexpected happened.",
      detail,
      thrown,
    ]);
  });
});
