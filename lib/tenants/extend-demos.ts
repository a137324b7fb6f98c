import type { Db } from "../db/client.ts";
import { wakeWorker } from "../db/wake.ts";
import { demoEnd, isEndNews } from "../domain/demo-end.ts";

/**
 * Has the worker tell demos of their end where that is another than they know: somebody asked to keep
 * one, or that came to nothing. Read from what is, so that no change can be missed.
 * @returns their stacks' names
 */
export async function extendDemos(db: Db): Promise<string[]> {
  const rows = await db.stack.findMany({
    where: { kind: "demo", tenantId: null, purgeConfirmedAt: null, phase: "settled", expiresAt: { not: null } },
    select: { id: true, name: true, expiresAt: true, identity: true, keptBy: true },
  });
  const named: string[] = [];
  for (const { id, name, expiresAt, identity, keptBy } of rows) {
    const told = (identity as { demo?: { expiresAt?: string } | null } | null)?.demo?.expiresAt;
    if (expiresAt === null || !isEndNews(told ?? null, demoEnd(expiresAt, keptBy), keptBy !== null)) continue;
    await db.$transaction(async (tx) => {
      const { count } = await tx.stack.updateMany({
        where: { id, phase: "settled", tenantId: null, purgeConfirmedAt: null },
        data: { generation: { increment: 1 }, phase: "converging", attempts: 0, notBefore: new Date() },
      });
      if (count === 0) return;
      await wakeWorker(tx, id);
      named.push(name);
    });
  }
  return named;
}
