import { noteObservations } from "../db/stack-outcome.ts";
import { connectEngine, engineInfo } from "../docker/connect.ts";
import { guardService, platformStack } from "../domain/names.ts";
import type { ObservedStack } from "../domain/status.ts";
import { asFreeholdError, FreeholdError } from "../errors.ts";
import { observe } from "../reconcile/observe.ts";
import { nothingObserved, type ObservedProject } from "../reconcile/observed.ts";
import { plan } from "../reconcile/plan.ts";
import { summarise } from "../reconcile/summarise.ts";
import { type LoadedStack, listStacks, loadStack, type StackRow } from "../tenants/load-stack.ts";
import { wantedOfStack } from "../tenants/wanted-of-stack.ts";
import { askHealth, type Health } from "./probe-stack.ts";
import { readCapacity } from "./read-capacity.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** Stacks probed at once. */
const probesAtOnce = 16;

/** What a sweep does about what it finds. */
export interface FollowUp {
  /** A stack that drifted. */
  wake(stackId: string): void;
  /** A stack that has something to be sent out for it. */
  carry(stackId: string): void;
}

/**
 * Compares everything on every engine with the rows: what drifted is handed over, what belongs
 * to nobody is noted, what is well is noted as seen. The event stream makes it prompt; this makes it
 * certain.
 */
export async function sweep(context: ReconcileContext, follow: FollowUp): Promise<void> {
  const { db, log } = context;
  for (const engine of await db.engine.findMany()) {
    try {
      const connection = connectEngine(engine.endpoint);
      const look = () => observe(connection, context.namespace);
      const [observed, info] = await Promise.all([look(), engineInfo(connection)]);
      await db.engine.update({
        where: { id: engine.id },
        data: {
          lastSeenAt: new Date(),
          lastError: null,
          dockerVersion: info.version,
          capacity: await readCapacity(engine.endpoint, info),
        },
      });
      const platform = observed.get(platformStack)?.containers ?? [];
      await context.guard.keep(
        engine,
        platform.find(({ service }) => service === guardService),
      );
      await sweepEngine(context, engine.id, observed, look, follow);
    } catch (thrown) {
      const error = asFreeholdError(thrown);
      log.warn({ engine: engine.id, code: error.code, message: error.message, detail: error.detail }, "sweep failed");
      await db.engine.update({ where: { id: engine.id }, data: { lastError: error.message } });
    }
  }
}

interface Look {
  readonly id: string;
  readonly observed: ObservedStack;
  /** Null when it should not run. */
  readonly health: Health | null;
}

async function sweepEngine(
  context: ReconcileContext,
  engineId: string,
  observed: ReadonlyMap<string, ObservedProject>,
  look: () => Promise<ReadonlyMap<string, ObservedProject>>,
  { wake, carry }: FollowUp,
): Promise<void> {
  const { db } = context;
  // Rows are read after Docker was: a stack created in between has a row and is no orphan.
  const rows = await listStacks(db, engineId);
  const well: (() => Promise<Look>)[] = [];
  for (const row of rows) {
    if (row.phase !== "settled" || row.leaseOwner !== null) continue;
    const stack = loadIfWhole(row, context);
    if (stack === null) {
      wake(row.id);
      continue;
    }
    const found = observed.get(row.name) ?? nothingObserved;
    const wanted = wantedOfStack(row);
    const next = plan(stack.spec, wanted, found, row.dataVolumes);
    if (next.blocked || next.operations.length > 0) wake(row.id);
    else
      well.push(async () => {
        const health = wanted === "running" ? await askHealth(stack) : null;
        return { id: row.id, observed: summarise(stack.spec, found, health?.ready ?? false), health };
      });
  }
  const known = new Set([platformStack, ...rows.map(({ name }) => name)]);
  const strangers = new Set([...observed.keys()].filter((name) => !known.has(name)));
  // Docker is asked once more: what was purged since it was had a row until then.
  const there = strangers.size > 0 ? [...(await look())].filter(([name]) => strangers.has(name)) : [];
  await noteOrphans(context, engineId, there);
  for (let at = 0; at < well.length; at += probesAtOnce) {
    const looks = await Promise.all(well.slice(at, at + probesAtOnce).map((probe) => probe()));
    await noteObservations(db, looks);
    // Up by Docker's account and yet not answering: reconcile waits for it, and says why when it stays so.
    for (const { id, health } of looks) {
      if (health?.ready === false) wake(id);
      if (health?.outgoing) carry(id);
      if (health) context.visits.note(id, health.web);
    }
  }
}

/** Null for a row that makes no stack, as with damaged secrets: it is reconcile's to say so, and holds up no other. */
function loadIfWhole(row: StackRow, context: ReconcileContext): LoadedStack | null {
  try {
    return loadStack(row, context);
  } catch (error) {
    if (error instanceof FreeholdError) return null;
    throw error;
  }
}

async function noteOrphans(
  { db, log }: ReconcileContext,
  engineId: string,
  strangers: readonly (readonly [string, ObservedProject])[],
): Promise<void> {
  const now = new Date();
  const found = strangers.flatMap(([stack, { containers, networks, volumes }]) => [
    ...containers.map(({ name }) => ({ kind: "container", name, stack })),
    ...Object.keys(networks).map((name) => ({ kind: "network", name, stack })),
    ...volumes.map((name) => ({ kind: "volume", name, stack })),
  ]);
  for (const { kind, name, stack } of found) {
    await db.orphan.upsert({
      where: { engineId_kind_name: { engineId, kind, name } },
      create: { engineId, kind, name, stack },
      update: { lastSeenAt: now },
    });
  }
  const { count } = await db.orphan.deleteMany({
    where: { engineId, NOT: { OR: found.map(({ kind, name }) => ({ kind, name })) } },
  });
  if (found.length > 0 || count > 0) log.info({ engine: engineId, orphans: found.length, gone: count }, "orphans");
}
