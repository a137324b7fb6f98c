import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";
import { isSignedOut } from "@/lib/api-error.ts";

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
});

export type User = z.infer<typeof userSchema>;

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
