import type { Db } from "../db/client.ts";
import { hasLostItsApi } from "../db/why-not-answering.ts";
import type { Engine } from "../docker/connect.ts";
import { upForMs } from "../docker/containers.ts";
import { blamesDatabase, cureCauses, cureMemoryMs, cureOf, type Restart } from "../domain/cure.ts";
import { containerName } from "../domain/names.ts";
import { askReadiness } from "../stack-api/ask-readiness.ts";
import type { LoadedStack } from "./load-stack.ts";

/** More than the API's own patience with its database (PING_TIMEOUT): one that waits for it is not silent. Milliseconds. */
const patienceMs = 4_000;

/**
 * The restart that may help a stack whose containers run while its API is not ready; null when none would.
 * Where the API blames its database, that is asked as the API would: with the stack's own password.
 */
export async function findCure(db: Db, engine: Engine, stack: LoadedStack): Promise<Restart | null> {
  const { row, addresses, secrets, spec } = stack;
  const api = await askReadiness(addresses.api, patienceMs);
  const url = `postgresql://cms:${encodeURIComponent(secrets.dbPassword)}@${addresses.db}/cms`;
  const isMissed = blamesDatabase(api) && (await hasLostItsApi(url));
  const before = await db.operation.findMany({
    where: {
      stackId: row.id,
      kind: "restart-container",
      cause: { in: [...cureCauses] },
      startedAt: { gt: new Date(Date.now() - cureMemoryMs) },
    },
    orderBy: { id: "desc" },
    select: { startedAt: true },
  });
  return cureOf(api, {
    isMissed,
    upForMs: await upForMs(engine, containerName(spec.project, "api")),
    before: before.map(({ startedAt }) => startedAt),
  });
}
