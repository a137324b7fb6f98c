import { expect, test } from "vitest";
import { chooseSubnetPool } from "./subnet-pool.ts";
import { overlaps, parseCidr } from "./subnets.ts";

test("the same installation gets the same pool, another one another", () => {
  expect(chooseSubnetPool("freehold", [])).toBe(chooseSubnetPool("freehold", []));
  expect(chooseSubnetPool("freehold", [])).not.toBe(chooseSubnetPool("other", []));
});

test("nothing known is touched", () => {
  const first = chooseSubnetPool("freehold", []) ?? "";
  const inside = parseCidr(first.replace(".0.0/16", ".7.16/28"));
  const second = chooseSubnetPool("freehold", [inside]) ?? "";
  expect(second).not.toBe(first);
  expect(overlaps(parseCidr(second), inside)).toBe(false);
});

test("a host that routes all of 10.0.0.0/8 leaves none", () => {
  expect(chooseSubnetPool("freehold", [parseCidr("10.0.0.0/8")])).toBeNull();
});
