import type { Person } from "@/features/people/api.ts";
import { may, type Role, roles, type User } from "@/features/session/api.ts";

export const roleNames: Readonly<Record<Role, string>> = {
  owner: "Owner",
  admin: "Admin",
  editor: "Editor",
  author: "Author",
  viewer: "Viewer",
};

export const roleLines: Readonly<Record<Role, string>> = {
  owner: "Everything, other owners included.",
  admin: "Everything, and decides who may do what. Cannot change owners.",
  editor: "All that visitors see: every page, publishing, menu, theme and settings.",
  author: "Writes drafts of their own. An editor publishes them.",
  viewer: "Reads everything here, drafts too. Changes nothing.",
};

/**
 * The roles `user` may give to `person`; none when this person is not theirs to change. The same
 * rule as the server's, which has the last word.
 */
export function rolesToGive(user: User, person: Person, people: readonly Person[]): Role[] {
  if (!may(user, "people.manage")) return [];
  if (person.role === "owner" && (user.role !== "owner" || isLastOwner(person, people))) return [];
  return roles.filter((role) => role !== "owner" || user.role === "owner");
}

export function isLastOwner(person: Person, people: readonly Person[]): boolean {
  return person.role === "owner" && people.filter(({ role }) => role === "owner").length === 1;
}
