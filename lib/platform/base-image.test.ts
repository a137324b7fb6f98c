import { expect, test } from "vitest";
import { bootstrapArguments } from "./base-image.ts";

test("Debian's own apt trusts Debian's keys", () => {
  expect(bootstrapArguments("debian").filter((argument) => argument.startsWith("--keyring"))).toEqual([]);
});

test("Ubuntu is told where Debian's keys are", () => {
  expect(bootstrapArguments("ubuntu")).toContain("--keyring=/usr/share/keyrings/debian-archive-keyring.gpg");
  expect(bootstrapArguments("ubuntu").at(-1)).toBe("trixie");
});
