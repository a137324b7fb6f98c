import { expect, test } from "vitest";
import { isReserved } from "./slug.ts";
import { isMadeAheadName, madeAheadName } from "./stack-names.ts";

test("a name that was made ahead is known by its form, which no client's slug can have", () => {
  const names = Array.from({ length: 50 }, (_, n) => madeAheadName(n % 2 === 0 ? "pool" : "demo"));
  for (const name of names) expect([isMadeAheadName(name), isReserved(name)]).toEqual([true, true]);
  for (const other of [
    "acme",
    "pool",
    "pool-",
    "pool-abc",
    "pool-abcdef",
    "pool-ab1de",
    "../pool-abcde",
    "pool-abcde\n",
  ])
    expect(isMadeAheadName(other), other).toBe(false);
});
