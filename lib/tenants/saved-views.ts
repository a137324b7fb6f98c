import { type Db, Prisma, type Tx } from "../db/client.ts";
import { failure } from "../errors.ts";

export interface View {
  readonly id: string;
  readonly name: string;
  /** The page's query string, without a question mark. */
  readonly query: string;
}

/** Nobody finds anything among more. */
const mostViews = 50;

/** One person's searches of the fleet. */
export const listViews = (db: Tx, userId: string): Promise<View[]> =>
  db.savedView.findMany({ where: { userId }, orderBy: { name: "asc" }, select: { id: true, name: true, query: true } });

/** Keeps a search under a name; the same name again replaces it. @throws too_many_views */
export async function saveView(db: Db, userId: string, name: string, query: string): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const others = await tx.savedView.count({ where: { userId, NOT: { name } } });
      if (others >= mostViews) throw failure("too_many_views", { most: mostViews });
      await tx.savedView.upsert({
        where: { userId_name: { userId, name } },
        create: { userId, name, query },
        update: { query },
      });
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
}

/** Forgets one of a person's own views; one that is not there is forgotten already. */
export async function deleteView(db: Tx, userId: string, id: string): Promise<void> {
  await db.savedView.deleteMany({ where: { id, userId } });
}
