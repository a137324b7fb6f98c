import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";
import { isSignedOut } from "@/lib/api-error.ts";

export const roles = ["owner", "admin", "editor", "author", "viewer"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What the server lets a role do (backend, modules/access); the screens offer no more than that. */
export type Permission =
  | "pages.read"
  | "pages.write"
  | "pages.edit"
  | "pages.publish"
  | "types.manage"
  | "media.read"
  | "media.write"
  | "media.edit"
  | "site.read"
  | "site.write"
  | "site.transfer"
  | "people.read"
  | "people.manage"
  | "tokens.manage"
  | "webhooks.manage"
  | "audit.read";

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  permissions: z.array(z.string()),
  /** Set while the whole site is a demo that somebody tries out. */
  demo: z.nullable(z.object({ expiresAt: z.string(), keepUrl: z.string() })),
});

export type User = z.infer<typeof userSchema>;

export function may(user: Pick<User, "permissions">, permission: Permission): boolean {
  return user.permissions.includes(permission);
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      return await request("GET", "/session", {
        schema: userSchema,
        signal,
        reauthenticate: false,
      });
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export function signIn(credentials: { email: string; password: string }): Promise<User> {
  return request("POST", "/session", {
    body: credentials,
    schema: userSchema,
    reauthenticate: false,
  });
}

export function signOut(): Promise<void> {
  return request("DELETE", "/session", { reauthenticate: false });
}
