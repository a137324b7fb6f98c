import { decode } from "next-auth/jwt";
import { authSecret } from "./auth-secret.ts";

/**
 * The session that a cookie names, by its seal alone; whether the session still stands, only the
 * row can tell. Null when it is not one of ours.
 */
export async function readSessionToken(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: authSecret() }).catch(() => null);
  return token?.sessionId ?? null;
}
