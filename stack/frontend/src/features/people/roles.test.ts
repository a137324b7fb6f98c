import { expect, test } from "vitest";
import type { Person } from "@/features/people/api.ts";
import { isLastOwner, rolesToGive } from "@/features/people/roles.ts";
import type { Role, User } from "@/features/session/api.ts";

const person = (role: Role, id: string = role): Person => ({
  id,
  name: id,
  email: `${id}@example.org`,
  role,
  hasPassword: true,
  createdAt: "2026-11-24T12:00:00Z",
  signedInAt: null,
});
const user = (role: Role): User => ({
  ...person(role, "me"),
  permissions: role === "owner" || role === "admin" ? ["people.manage"] : [],
  demo: null,
});

test("an owner gives every role, an admin every one but owner", () => {
  const people = [person("owner"), person("editor")];
  expect(rolesToGive(user("owner"), person("editor"), people)).toContain("owner");
  expect(rolesToGive(user("admin"), person("editor"), people)).toEqual([
    "admin",
    "editor",
    "author",
    "viewer",
  ]);
});

test("nobody without the permission changes anybody", () => {
  for (const role of ["editor", "author", "viewer"] as const) {
    expect(rolesToGive(user(role), person("viewer"), [])).toEqual([]);
  }
});

test("an owner is changed by owners only, and the last one by nobody", () => {
  const one = [person("owner")];
  const two = [person("owner"), person("owner", "second")];
  expect(rolesToGive(user("admin"), person("owner"), two)).toEqual([]);
  expect(rolesToGive(user("owner"), person("owner"), two)).not.toEqual([]);
  expect(rolesToGive(user("owner"), person("owner"), one)).toEqual([]);
  expect(isLastOwner(person("owner"), one)).toBe(true);
  expect(isLastOwner(person("owner"), two)).toBe(false);
});
