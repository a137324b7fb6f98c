import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { FreeholdError } from "../errors.ts";
import { decodeRoster, parseRoster, planRoster } from "./roster.ts";
import { whyNotSlug } from "./slug.ts";

const nobody: ReadonlyMap<string, string> = new Map();
const errorOf = (work: () => unknown): FreeholdError => {
  try {
    work();
  } catch (error) {
    if (error instanceof FreeholdError) return error;
    throw error;
  }
  throw new Error("it did not fail");
};

describe("reading a list", () => {
  test("takes the usual name column, with the line each client stands in", () => {
    expect(parseRoster("Symbol,Security\nMMM,3M\nAOS,A. O. Smith\n", "c.csv")).toEqual([
      { line: 2, name: "3M" },
      { line: 3, name: "A. O. Smith" },
    ]);
  });

  test("takes the column it is told, in any case", () => {
    expect(parseRoster("Name,Firma\nx,Acme\n", "c.csv", "firma")).toEqual([{ line: 2, name: "Acme" }]);
  });

  test("a byte order mark is not part of the first column's name", () => {
    expect(parseRoster("\uFEFFname\nAcme\n", "c.csv")).toEqual([{ line: 2, name: "Acme" }]);
  });

  test("a list that is not UTF-8 is refused with its first such line, not guessed at", () => {
    const latin1 = Buffer.from("name\r\nAcme\r\nMüller AG\r\nBjörk\r\n", "latin1");
    expect(errorOf(() => decodeRoster(latin1, "c.csv")).message).toMatch(/^c\.csv, line 3: it is not UTF-8/);
    expect(decodeRoster(Buffer.from("\uFEFFname\nMüller\n"), "c.csv")).toBe("\uFEFFname\nMüller\n");
  });

  test("values may stand between semicolons", () => {
    expect(parseRoster("\uFEFFName;City\r\nAcme, Inc.;Köln\r\n", "c.csv")).toEqual([{ line: 2, name: "Acme, Inc." }]);
  });

  test("Windows line ends, quotes, commas and line breaks inside quotes", () => {
    expect(parseRoster('name,city\r\n"Acme, Inc.",x\r\n"Two\r\nLines",y\r\nLast,z\r\n', "c.csv")).toEqual([
      { line: 2, name: "Acme, Inc." },
      { line: 4, name: "Two\nLines" },
      { line: 5, name: "Last" },
    ]);
  });

  test("a missing column names the file, the column and those there are", () => {
    const error = errorOf(() => parseRoster("a,b\n1,2\n", "c.csv", "Company"));
    expect(error.code).toBe("csv_column_missing");
    expect(error.message).toBe("c.csv has no column “Company”; it has “a”, “b”.");
    expect(error.exitCode).toBe(2);
  });

  test.each([
    ['name\nAcme\n"open\nmore\n', "c.csv, line 3: a quotation mark is opened and never closed."],
    ['name\nAc"me\n', "c.csv, line 2: a quotation mark stands in the middle of a value."],
    ["name,city\nAcme\n", "c.csv, line 2: it does not have as many values as the head line."],
    ["", "c.csv, line 1: the file is empty."],
  ])("broken file %j names the line", (text, message) => {
    expect(errorOf(() => parseRoster(text, "c.csv")).message).toBe(message);
  });

  test("ten thousand lines", () => {
    const text = `name\n${Array.from({ length: 10_000 }, (_, index) => `Client ${index}`).join("\n")}\n`;
    const lines = parseRoster(text, "c.csv");
    expect(lines).toHaveLength(10_000);
    expect(new Set(planRoster(lines, nobody).planned.map(({ slug }) => slug)).size).toBe(10_000);
  });
});

describe("giving each line its address", () => {
  const lines = [
    { line: 2, name: "Acme" },
    { line: 3, name: "ACME" },
    { line: 4, name: "" },
    { line: 5, name: "Beta" },
  ];

  test("equal names get different addresses, and a nameless line is refused", () => {
    const { planned, refused } = planRoster(lines, nobody);
    expect(planned.map(({ slug }) => slug)).toEqual(["acme", "acme-2", "beta"]);
    expect(refused.map(({ line, error }) => [line, error.message])).toEqual([
      [4, "That name cannot be used: it is empty."],
    ]);
  });

  test("a second run finds what the first has made", () => {
    const first = planRoster(lines, nobody).planned;
    const second = planRoster(lines, new Map(first.map(({ slug, name }) => [slug, name]))).planned;
    expect(second.map(({ slug, exists }) => [slug, exists])).toEqual([
      ["acme", true],
      ["acme-2", true],
      ["beta", true],
    ]);
  });

  test("an address that somebody else has is passed over, on every run alike", () => {
    const taken = new Map([["beta", "Somebody else"]]);
    expect(planRoster(lines, taken).planned.at(-1)).toMatchObject({ slug: "beta-2", exists: false });
    taken.set("beta-2", "Beta");
    expect(planRoster(lines, taken).planned.at(-1)).toMatchObject({ slug: "beta-2", exists: true });
  });
});

const constituents = resolve(import.meta.dirname, "../../e2e/fixtures/constituents.csv");

test("503 real companies all get an address, no two the same", () => {
  const { planned, refused } = planRoster(parseRoster(readFileSync(constituents, "utf8"), "constituents.csv"), nobody);
  expect(refused).toEqual([]);
  expect(planned).toHaveLength(503);
  expect(new Set(planned.map(({ slug }) => slug)).size).toBe(503);
  expect(planned.filter(({ slug }) => whyNotSlug(slug) !== null)).toEqual([]);
});
