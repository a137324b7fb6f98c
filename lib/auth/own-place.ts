import { orWhileAway } from "../portal/or-while-away.ts";
import { isAdmin } from "./find-session.ts";
import { currentSession } from "./session.ts";

/** Where somebody who is signed in belongs, as the public pages offer it. */
export interface OwnPlace {
  readonly href: string;
  readonly name: string;
  /** As a sentence on a button. */
  readonly go: string;
}

/**
 * Null for strangers, for whom nothing is asked of the database: they have no cookie. Null as well
 * while it is away; the public pages have something to say without it.
 */
export async function ownPlace(): Promise<OwnPlace | null> {
  const session = await orWhileAway(currentSession, null);
  if (session === null) return null;
  return isAdmin(session)
    ? { href: "/admin", name: "The fleet", go: "Go to the fleet" }
    : { href: "/home", name: "Home", go: "Go to your sites" };
}
