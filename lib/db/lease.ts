import type { Db } from "./client.ts";

/** How long a lease lasts unless renewed, and how often it is renewed. Milliseconds. */
export const leaseMs = 30_000;
const renewMs = 10_000;

export interface Lease {
  /** Aborted when the lease was lost or released. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/**
 * Wins the right to act on a stack, or returns null when another holds it.
 */
export async function acquireLease(db: Db, stackId: string, owner: string): Promise<Lease | null> {
  const won = await db.$executeRaw`
    UPDATE stacks SET lease_owner = ${owner}, lease_until = now() + ${leaseMs} * interval '1 ms'
    WHERE id = ${stackId}::uuid AND (lease_owner IS NULL OR lease_until < now())`;
  if (won === 0) return null;

  const over = new AbortController();
  let renewedAt = Date.now();
  const renewal = setInterval(() => {
    renew(db, stackId, owner)
      .then((held) => {
        if (held) renewedAt = Date.now();
        else over.abort();
      })
      .catch(() => {
        // The database may be away for a moment; the lease is ours until it has run out.
        if (Date.now() - renewedAt >= leaseMs - renewMs) over.abort();
      });
  }, renewMs);

  return {
    signal: over.signal,
    async release() {
      clearInterval(renewal);
      over.abort();
      await db.$executeRaw`
        UPDATE stacks SET lease_owner = NULL, lease_until = NULL WHERE id = ${stackId}::uuid AND lease_owner = ${owner}`;
    },
  };
}

async function renew(db: Db, stackId: string, owner: string): Promise<boolean> {
  const rows = await db.$executeRaw`
    UPDATE stacks SET lease_until = now() + ${leaseMs} * interval '1 ms'
    WHERE id = ${stackId}::uuid AND lease_owner = ${owner}`;
  return rows > 0;
}

/** Frees what dead owners held. @returns the stacks whose work was cut off */
export async function releaseDeadLeases(db: Db, isDead: (owner: string) => boolean): Promise<string[]> {
  const held = await db.stack.findMany({
    where: { leaseOwner: { not: null } },
    select: { id: true, leaseOwner: true },
  });
  const freed: string[] = [];
  for (const { id, leaseOwner } of held) {
    if (leaseOwner === null || !isDead(leaseOwner)) continue;
    const { count } = await db.stack.updateMany({
      where: { id, leaseOwner },
      data: { leaseOwner: null, leaseUntil: null },
    });
    if (count > 0) freed.push(id);
  }
  return freed;
}
