import { describe, expect, test } from "vitest";
import { guardedNetworks, isGuarded, networksToGuard } from "./guard-rules.ts";

// As iproute2 6.15 prints them.
const local = { priority: 0, src: "all", table: "local" };
const main = { priority: 32_766, src: "all", table: "main" };
const network = { dst: "10.199.0.0", dstlen: 16 };
const host = { priority: 1, src: "all", ...network, iif: "lo", table: "main", protocol: "213" };
const into = { priority: 2, src: "all", ...network, action: "prohibit", protocol: "213" };
const outOf = { priority: 2, src: "10.199.0.0", srclen: 16, action: "prohibit", protocol: "213" };

const judged = (...rules: object[]): string[] => guardedNetworks(JSON.stringify(rules));

describe("networks are guarded", () => {
  test("when all three rules of theirs are there", () => {
    expect(judged(local, host, into, outOf, main)).toEqual(["10.199.0.0/16"]);
  });

  test("each by its own rules, whoever else has some", () => {
    const other = { dst: "10.70.0.0", dstlen: 24 };
    const others = [
      { ...host, ...other },
      { ...into, ...other },
    ];
    expect(judged(local, host, ...others, into, outOf, main)).toEqual(["10.199.0.0/16"]);
    expect(judged(local, host, ...others, into, outOf, { ...outOf, src: "10.70.0.0", srclen: 24 }, main)).toEqual([
      "10.199.0.0/16",
      "10.70.0.0/24",
    ]);
  });

  test.each([
    ["the host", [into, outOf]],
    ["the way in", [host, outOf]],
    ["the way out", [host, into]],
  ])("not when the rule for %s is missing", (_, rules) => {
    expect(judged(local, ...rules, main)).toEqual([]);
  });

  test.each([
    ["only some packets", { ...into, fwmark: "0x1" }],
    ["all but those", { ...into, not: null }],
    ["one device's packets", { ...into, iif: "docker0" }],
    ["another network", { ...into, dstlen: 24 }],
    ["a later turn", { ...into, priority: 32_767 }],
    ["a table", { priority: 2, src: "all", ...network, table: "main" }],
  ])("not by a rule for %s", (_, rule) => {
    expect(judged(local, host, rule, outOf, main)).toEqual([]);
  });

  test("not when a rule of somebody else's lets packets through before", () => {
    expect(judged(local, { priority: 1, src: "all", table: "52" }, host, into, outOf, main)).toEqual([]);
    expect(judged(local, host, into, outOf, { priority: 100, src: "all", table: "52" }, main)).toEqual([
      "10.199.0.0/16",
    ]);
  });
});

test("a subnet is guarded within a network, not beside or around it", () => {
  expect(isGuarded(["10.70.0.0/24", "10.199.0.0/16"], "10.199.255.240/28")).toBe(true);
  expect(isGuarded(["10.199.0.0/16"], "10.200.0.0/28")).toBe(false);
  expect(isGuarded(["10.199.0.0/28"], "10.199.0.0/16")).toBe(false);
  expect(isGuarded([], "10.199.0.0/28")).toBe(false);
});

test("what must be guarded is the pool, and what was handed out from another", () => {
  expect(networksToGuard("10.70.0.0/16", ["10.70.0.16/28", "10.99.0.0/28"])).toEqual(["10.70.0.0/16", "10.99.0.0/28"]);
});
