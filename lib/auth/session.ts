import { cookies } from "next/headers";
import { cache } from "react";
import { portalDb } from "../portal/database.ts";
import { findSession, type PersonSession } from "./find-session.ts";
import { sessionCookieName } from "./session-cookie.ts";
import { readSessionToken } from "./session-token.ts";

/**
 * Who is asking, read anew with every request: a session revoked a moment ago is none.
 * @throws whatever the control database throws when it is away
 */
export const currentSession = cache(async (): Promise<PersonSession | null> => {
  const id = await readSessionToken((await cookies()).get(sessionCookieName())?.value);
  return id === null ? null : findSession(portalDb(), id);
});
