import type { Logger } from "pino";
import type { Db } from "../db/client.ts";
import { acquireLease } from "../db/lease.ts";
import { closeInterrupted, recordOperations } from "../db/record-operations.ts";
import { closeRestarts, readRestarts, restartsOf } from "../db/restart-requests.ts";
import { failStack, forgetStack, settleStack } from "../db/stack-outcome.ts";
import { connectEngine, type Engine } from "../docker/connect.ts";
import { backoffMs } from "../domain/backoff.ts";
import type { ObservedStack } from "../domain/status.ts";
import { asFreeholdError, type FreeholdError } from "../errors.ts";
import type { Home } from "../home.ts";
import { type Recorder, recordStep, type Step } from "../reconcile/execute.ts";
import { observe } from "../reconcile/observe.ts";
import { nothingObserved } from "../reconcile/observed.ts";
import { type ReconcileOptions, reconcileProject } from "../reconcile/reconcile-project.ts";
import { summarise } from "../reconcile/summarise.ts";
import { signOut } from "../stack-api/sign-out.ts";
import { findCure } from "../tenants/find-cure.ts";
import { findStack, type LoadedStack, loadStack, type StackContext, type StackRow } from "../tenants/load-stack.ts";
import { stackApiOf } from "../tenants/stack-api-of.ts";
import { wantedOfStack } from "../tenants/wanted-of-stack.ts";
import { removeStackFolder, writeEnvFile } from "./env-file.ts";
import { introduceStack } from "./introduce-stack.ts";
import type { EdgeKeeper } from "./keep-edge.ts";
import type { GuardKeeper } from "./keep-guard.ts";
import { awaitReady } from "./probe-stack.ts";
import { checkHostRoutes, moveToFreeSubnet } from "./subnet-guard.ts";
import type { VisitCounter } from "./visit-counter.ts";

export interface ReconcileContext extends StackContext {
  readonly db: Db;
  readonly home: Home;
  readonly owner: string;
  readonly edge: EdgeKeeper;
  readonly guard: GuardKeeper;
  readonly visits: VisitCounter;
  readonly log: Logger;
  /** Called after each operation was carried out and before that is written down. For tests. */
  readonly afterOperation?: (step: Step) => void;
}

/** What is left to do about a stack: nothing, or another look after so many milliseconds. */
export type Outcome = { readonly again: number | null };

/** How soon to ask again for a lease that somebody else holds. Milliseconds. */
const leaseBusyMs = 1_000;

/**
 * Brings one stack to what its rows say, whatever it is now. Never throws for a stack's own
 * trouble: that is written into its row and tried again later.
 * @throws control_database_away and its like, when nothing could be written down
 */
export async function reconcileStack(context: ReconcileContext, id: string): Promise<Outcome> {
  const { db, log } = context;
  const lease = await acquireLease(db, id, context.owner);
  if (!lease) return { again: (await db.stack.count({ where: { id } })) > 0 ? leaseBusyMs : null };
  try {
    const row = await findStack(db, { id });
    if (!row || row.phase === "failed") return { again: null };
    const begun = performance.now();
    try {
      await closeInterrupted(db, id);
      await converge(context, row, lease.signal);
      log.info({ stack: row.name, ms: Math.round(performance.now() - begun) }, "stack settled");
      return { again: null };
    } catch (thrown) {
      if (lease.signal.aborted) return { again: leaseBusyMs };
      return { again: await noteFailure(context, row, asFreeholdError(thrown)) };
    }
  } finally {
    await lease.release();
  }
}

async function noteFailure({ db, log }: ReconcileContext, row: StackRow, error: FreeholdError): Promise<number | null> {
  const retryInMs = error.retryable || error.code === "unexpected" ? backoffMs(row.attempts + 1, Math.random()) : null;
  log.warn(
    {
      stack: row.name,
      code: error.code,
      message: error.message,
      detail: error.detail,
      retryInMs,
      ...(error.code === "unexpected" && { err: error.cause }),
    },
    "stack not settled",
  );
  await failStack(db, row, error, retryInMs);
  return retryInMs;
}

async function converge(context: ReconcileContext, row: StackRow, signal: AbortSignal): Promise<void> {
  const { db, home, edge } = context;
  const engine = connectEngine(row.engine.endpoint);
  const wanted = wantedOfStack(row);
  const recorder = withHook(recordOperations(db, row.id), context.afterOperation);
  const requests = await readRestarts(db, row.id);
  const restarts = wanted === "running" ? restartsOf(requests) : [];
  const options = { namespace: context.namespace, wanted, dataVolumes: row.dataVolumes, restarts, recorder, signal };

  // Visitors are turned away before anything stops under them.
  if (wanted !== "running") await edge.sync();
  const stack = loadStack(row, context);
  if (wanted === "absent") {
    await reconcileProject(engine, stack.spec, options);
    await removeStackFolder(home, row.name);
    await forgetStack(db, { id: row.id, name: row.name, tenantId: row.tenantId, tenantSlug: row.tenant?.slug ?? null });
    context.visits.forget(row.id);
    return;
  }
  await writeEnvFile(home, row.name, stack.env);
  if (wanted === "stopped") {
    if (row.tenant?.intent === "suspended") await endCmsSessions(context, row);
    await reconcileProject(engine, stack.spec, options);
    await settleStack(db, row, await look(context, engine, stack, false), null);
    // What is stopped is started anew by itself when it is wanted again.
    await closeRestarts(db, requests);
    return;
  }
  // The address is fixed, so the route can be loaded while the containers come up.
  const route = edge.sync();
  route.catch(() => undefined);
  const operations = await present(context, engine, row, stack, options);
  // Only now: a worker that is killed before this starts them anew once more, which does no harm.
  await closeRestarts(db, requests);
  if (operations > 0) await awaitStarted(engine, stack, options);
  else await awaitUp(context, engine, stack, options);
  await route;
  // What we asked of its pages is nobody's visit.
  context.visits.forget(row.id);
  await introduceStack(context, row, recorder, signal);
  const volumes = stack.spec.volumes.map(({ name }) => name);
  await settleStack(db, row, await look(context, engine, stack, true), volumes);
}

/** @throws not_ready, container_exited */
function awaitStarted(engine: Engine, stack: LoadedStack, { recorder, signal }: ReconcileOptions): Promise<void> {
  const wait = { id: "await-ready", kind: "await-ready", target: "site", cause: "its containers were started" };
  return recordStep(recorder, wait, () => awaitReady(engine, stack, "started", signal));
}

/**
 * Of a stack about which nothing was to be done. What runs and is of no use is started anew where that may
 * help; it is asked once more for that, as the wait may be over because we slept ourselves.
 * @throws not_ready, container_exited
 */
async function awaitUp(
  { db, log }: ReconcileContext,
  engine: Engine,
  stack: LoadedStack,
  options: ReconcileOptions,
): Promise<void> {
  try {
    await awaitReady(engine, stack, "up", options.signal);
  } catch (thrown) {
    const { code, message } = asFreeholdError(thrown);
    const restart = code === "not_ready" ? await findCure(db, engine, stack) : null;
    if (restart === null) throw thrown;
    // A minute has passed: somebody may have suspended it, or closed it.
    const row = await findStack(db, { id: stack.row.id });
    if (!row || wantedOfStack(row) !== "running") throw thrown;
    log.warn({ stack: stack.row.name, message, restart }, "started anew");
    await reconcileProject(engine, stack.spec, { ...options, restarts: [restart] });
    await awaitStarted(engine, stack, options);
  }
}

/**
 * Who was signed in to the CMS of a tenant that is suspended is not when it resumes. Best effort: a
 * CMS that does not answer is stopped all the same.
 */
async function endCmsSessions({ key, log }: ReconcileContext, row: StackRow): Promise<void> {
  const api = stackApiOf(key, row);
  if (api === null || (row.observed as ObservedStack | null)?.ready !== true) return;
  await signOut(api).catch((thrown: unknown) => {
    const { code, message } = asFreeholdError(thrown);
    log.warn({ stack: row.name, code, message }, "sessions of the CMS were not ended");
  });
}

/** Carries out what is missing; a subnet that is in somebody's way is exchanged once. */
async function present(
  context: ReconcileContext,
  engine: Engine,
  row: StackRow,
  stack: LoadedStack,
  options: ReconcileOptions,
): Promise<number> {
  try {
    await context.guard.check(row.engine, stack.subnet);
    await checkHostRoutes(engine.endpoint, stack.subnet);
    return await reconcileProject(engine, stack.spec, options);
  } catch (thrown) {
    if (asFreeholdError(thrown).code !== "subnet_conflict") throw thrown;
    const subnet = await moveToFreeSubnet(context.db, engine, row);
    context.log.warn({ stack: row.name, from: stack.subnet, to: subnet }, "subnet exchanged");
    throw thrown;
  }
}

async function look(context: ReconcileContext, engine: Engine, { spec }: LoadedStack, ready: boolean) {
  const observed = (await observe(engine, context.namespace, spec.stack)).get(spec.stack) ?? nothingObserved;
  return summarise(spec, observed, ready);
}

function withHook(recorder: Recorder, hook: ReconcileContext["afterOperation"]): Recorder {
  if (!hook) return recorder;
  return {
    started: (step) => recorder.started(step),
    ended(step, error) {
      hook(step);
      return recorder.ended(step, error);
    },
  };
}
