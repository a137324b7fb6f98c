import type { Db } from "../db/client.ts";
import type { PersonSession } from "./find-session.ts";

/** How somebody wants to be called. */
export async function changeName(db: Db, session: PersonSession, name: string): Promise<void> {
  await db.user.update({ where: { id: session.user.id }, data: { name } });
}
