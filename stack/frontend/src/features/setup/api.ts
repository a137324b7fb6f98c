import * as z from "zod/mini";
import { type User, userSchema } from "@/features/session/api.ts";
import { request } from "@/lib/api.ts";

const checkSchema = z.object({ valid: z.literal(true), siteName: z.string() });

/** @throws {ApiError} status 410 when the link is used, expired or unknown */
export async function checkSetupLink(token: string, signal: AbortSignal): Promise<string> {
  const { siteName } = await request("POST", "/setup/check", {
    body: { token },
    schema: checkSchema,
    signal,
    reauthenticate: false,
  });
  return siteName;
}

export type FirstAdministrator = { name: string; email: string; password: string };

/** Creates the first administrator and signs them in. Uses the token up. */
export function setUp(token: string, administrator: FirstAdministrator): Promise<User> {
  return request("POST", "/setup", {
    body: { token, ...administrator },
    schema: userSchema,
    reauthenticate: false,
  });
}
