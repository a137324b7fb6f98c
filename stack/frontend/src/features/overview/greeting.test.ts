import { expect, test } from "vitest";
import { greeting } from "@/features/overview/greeting.ts";

const at = (hour: number) => new Date(2026, 10, 24, hour, 30);

test.each([
  [4, "Good evening"],
  [5, "Good morning"],
  [11, "Good morning"],
  [12, "Good afternoon"],
  [17, "Good afternoon"],
  [18, "Good evening"],
  [23, "Good evening"],
])("at half past %i it says %j", (hour, words) => {
  expect(greeting("Ada Lovelace", at(hour))).toBe(`${words}, Ada`);
});

test("whoever has no name is greeted without one", () => {
  expect(greeting("  ", at(9))).toBe("Good morning");
});
