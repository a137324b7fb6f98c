import { expect, test } from "vitest";
import { dateInWords, fromLocal, isMoment, toLocal } from "@/features/fields/dates.ts";

test("a moment comes back from the browser's zone as the same moment, with its zone", () => {
  for (const iso of [
    "2027-03-31T10:00:00+02:00",
    "2027-12-31T23:30:00Z",
    "2027-07-01T00:00:00-09:30",
  ]) {
    const back = fromLocal(toLocal(iso));
    expect(back).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
    expect(new Date(back ?? "").getTime()).toBe(new Date(iso).getTime());
  }
});

test("a day is a day in every zone", () => {
  expect(isMoment("2027-03-31")).toBe(false);
  expect(dateInWords("2027-03-31")).toBe("31 March 2027");
});

test("what is no date is nothing, and is shown as it is", () => {
  expect(fromLocal("")).toBeNull();
  expect(toLocal("soon")).toBe("");
  expect(dateInWords("soon")).toBe("soon");
});
