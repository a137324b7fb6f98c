import type { Db } from "../db/client.ts";
import { networksToGuard } from "../domain/guard-rules.ts";

/** What the guard of an engine has to keep apart; none for an engine that has no row yet. */
export async function listNetworksToGuard(db: Db, endpoint: string): Promise<string[]> {
  const engine = await db.engine.findFirst({ where: { endpoint }, include: { subnets: { select: { cidr: true } } } });
  if (!engine) return [];
  return networksToGuard(
    engine.subnetPool,
    engine.subnets.map(({ cidr }) => cidr),
  );
}
