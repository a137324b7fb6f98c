import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { admitApplication } from "./admit-application.ts";

/**
 * Somebody who is signed in says that an unverified application with their address is theirs.
 * @throws application_unknown, applications_open
 */
export async function confirmApplication(
  db: Db,
  person: { readonly id: string; readonly email: string },
  id: string,
  actor: Actor,
): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await admitApplication(tx, person, id, actor)) === null) throw failure("application_unknown");
  });
}
