import { expect, test } from "vitest";
import { canonicalJson, sha256 } from "./canonical-json.ts";

test("equal values give equal text, whatever the order of their keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson({ a: true, b: [1, { c: "x", d: null }] })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
});

test("the order of a list counts", () => expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1])));

test("keys without a value are left out; a list keeps its places", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  expect(canonicalJson([undefined, 1])).toBe("[null,1]");
});

test.each([['quotes " and \\'], ["line\nbreak"], ["\u2028"], ["ü 🦊"], [""]])("%j comes back from a parser", (text) =>
  expect(JSON.parse(canonicalJson({ [text]: text }))).toEqual({ [text]: text }),
);

test("sorts by code units, so that no locale changes a hash", () =>
  expect(canonicalJson({ ä: 1, z: 2, Z: 3, 10: 4, 9: 5 })).toBe('{"10":4,"9":5,"Z":3,"z":2,"ä":1}'));

test("hashes UTF-8, as `sha256sum` does", () =>
  expect(sha256("ü")).toBe("607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f"));
