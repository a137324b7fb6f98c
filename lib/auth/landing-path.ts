import { safeNext } from "../domain/safe-next.ts";
import { isAdmin, type PersonSession } from "./find-session.ts";

/** Where somebody who just signed in goes: to what they asked for, else admins to the fleet and clients home. */
export const landingPath = (session: PersonSession, next: unknown): string =>
  safeNext(next) ?? (isAdmin(session) ? "/admin" : "/home");

/** Signs in, then comes here to be sent on; `next` is checked then. */
export const signInUrl = (next: unknown): string => {
  const safe = safeNext(next);
  return safe === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(safe)}`;
};
