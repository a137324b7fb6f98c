import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** How it begins. */
  hint: z.string(),
  scopes: z.array(z.string()),
  /** Who made it; it may no more than they may. */
  user: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  expiresAt: z.nullable(z.string()),
  lastUsedAt: z.nullable(z.string()),
});

const newTokenSchema = z.extend(tokenSchema, { token: z.string() });

export type Token = z.infer<typeof tokenSchema>;
export type NewToken = z.infer<typeof newTokenSchema>;
export type TokenFields = { name: string; scopes: readonly string[]; expiresAt: string | null };

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: ({ signal }) => request("GET", "/tokens", { schema: z.array(tokenSchema), signal }),
});

/** The answer is the only place where the token itself is seen. */
export function createToken(fields: TokenFields): Promise<NewToken> {
  return request("POST", "/tokens", { body: fields, schema: newTokenSchema });
}

export function revokeToken(id: string): Promise<void> {
  return request("DELETE", `/tokens/${encodeURIComponent(id)}`);
}
