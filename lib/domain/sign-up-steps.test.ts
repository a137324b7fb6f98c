import { expect, test } from "vitest";
import { firstOpenStep, neighbour, type SignUpDraft, stepsAsked } from "./sign-up-steps.ts";

const whole: SignUpDraft = {
  companyName: "Acme Inc.",
  slug: "acme",
  regionId: "local",
  start: "bakery",
  name: "Ada",
  email: "ada@acme.example",
  passwordHash: "$argon2id$",
};

test("a step can be opened once all before it are answered", () => {
  expect(firstOpenStep({}, "company", false)).toBeNull();
  expect(firstOpenStep({}, "review", false)).toBe("company");
  expect(firstOpenStep({ ...whole, slug: undefined }, "review", false)).toBe("address");
  expect(firstOpenStep({ ...whole, email: "not an address" }, "review", false)).toBe("account");
  expect(firstOpenStep(whole, "review", false)).toBeNull();
});

test("whoever is signed in is not asked who they are", () => {
  const { name, email, passwordHash, ...rest } = whole;
  expect(firstOpenStep(rest, "review", true)).toBeNull();
});

test("where there is one region nobody is asked for it", () => {
  expect([stepsAsked(true).includes("region"), stepsAsked(false).includes("region")]).toEqual([true, false]);
  expect([neighbour("address", 1, true), neighbour("address", 1, false)]).toEqual(["region", "start"]);
  expect([neighbour("start", -1, false), neighbour("company", -1, false), neighbour("review", 1, true)]).toEqual([
    "address",
    null,
    null,
  ]);
});
