import { expect, test } from "vitest";
import { passwordBits, passwordStrength } from "@/features/setup/password-strength.ts";

const known = ["Maria Lindqvist", "maria@acme.example", "Acme Conservatory"];
const level = (password: string) => passwordStrength(password, known).level;

test.each([
  "password123",
  "Passw0rd!!",
  "qwertyuiop1",
  "1234567890",
  "aaaaaaaaaaaaaa",
  "Lindqvist1984",
  "acmeconservatory",
  "maria@acme.example",
])("%j is not flattered", (password) => {
  expect(level(password)).toBe(1);
});

test("unrelated words and random characters are strong without any rule", () => {
  expect(level("copper lantern sails twelve")).toBe(4);
  expect(level("xK9#mQ2$vL7!pR4w")).toBe(4);
});

test("says how much is missing from one that is too short", () => {
  expect(passwordStrength("xK9#mQ2$", known)).toMatchObject({
    label: "Too short",
    advice: "2 more characters at least.",
  });
});

test("adding to a password never makes it weaker", () => {
  const password = "copper7lantern!sail";
  for (let length = 2; length < password.length; length++) {
    const shorter = passwordBits(password.slice(0, length - 1), known);
    expect(passwordBits(password.slice(0, length), known)).toBeGreaterThanOrEqual(shorter);
  }
});
