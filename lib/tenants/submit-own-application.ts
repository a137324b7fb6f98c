import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { admitApplication } from "./admit-application.ts";
import { type ApplicationWish, createApplication } from "./create-application.ts";

/**
 * The application of somebody who is signed in: their address is proven, so it goes into the queue at once.
 * @throws as submitApplication, and applications_open
 */
export async function submitOwnApplication(
  db: Db,
  person: { readonly id: string; readonly email: string },
  wish: ApplicationWish,
  actor: Actor,
  now = new Date(),
): Promise<{ readonly applicationId: string }> {
  return db.$transaction(async (tx) => {
    const { id } = await createApplication(tx, person.id, wish, actor);
    await admitApplication(tx, person, id, actor, now);
    return { applicationId: id };
  });
}
