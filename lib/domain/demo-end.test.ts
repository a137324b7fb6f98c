import { describe, expect, test } from "vitest";
import { demoEnd, type Keeper } from "./demo-end.ts";

const minutes = (count: number): Date => new Date(count * 60_000);
const days = (count: number): Date => minutes(count * 1_440);
const keeper = (status: Keeper["status"], verifiedAt: Date | null = null): Keeper => ({
  status,
  verifiedAt,
  createdAt: minutes(40),
});
const end = (given: Keeper | null): Date => demoEnd(minutes(60), given);

describe("a demo ends", () => {
  test("at its time, also when what somebody wished came to nothing", () => {
    for (const given of [null, keeper("rejected", minutes(41)), keeper("lapsed")])
      expect(end(given)).toEqual(minutes(60));
  });

  test("half an hour later while the mailed link is not followed", () => {
    expect(end(keeper("unverified"))).toEqual(minutes(90));
  });

  test.each(["pending", "approved"] as const)(
    "14 days after the address of who keeps it was confirmed: %s",
    (status) => {
      expect(end(keeper(status, days(1)))).toEqual(days(15));
    },
  );

  test("never before its own time", () => {
    expect(demoEnd(days(20), keeper("pending", days(1)))).toEqual(days(20));
  });
});
