import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type Role, roleSchema } from "@/features/session/api.ts";
import { request } from "@/lib/api.ts";

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** Without one they come in from the portal only. */
  hasPassword: z.boolean(),
  createdAt: z.string(),
  signedInAt: z.nullable(z.string()),
});

export type Person = z.infer<typeof personSchema>;

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => request("GET", "/users", { schema: z.array(personSchema), signal }),
});

const at = (id: string) => `/users/${encodeURIComponent(id)}`;

/** @throws {ApiError} `last_owner` when nobody else would own the site */
export function changeRole(id: string, role: Role): Promise<void> {
  return request("PUT", at(id), { body: { role } });
}

/** @throws {ApiError} `last_owner` when nobody else would own the site */
export function removePerson(id: string): Promise<void> {
  return request("DELETE", at(id));
}
