import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { portalDb } from "../portal/database.ts";
import { authSecret } from "./auth-secret.ts";
import { type AdminSession, findSession } from "./find-session.ts";
import { sessionCookieName } from "./session-cookie.ts";

/**
 * Who is asking, read anew with every request: a session revoked a moment ago is none.
 * @throws whatever the control database throws when it is away
 */
export const currentSession = cache(async (): Promise<AdminSession | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: authSecret() }).catch(() => null);
  return token?.sessionId ? findSession(portalDb(), token.sessionId) : null;
});
