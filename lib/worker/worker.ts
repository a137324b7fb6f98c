import { hostname } from "node:os";
import type { Logger } from "pino";
import { connectDatabase } from "../db/client.ts";
import { releaseDeadLeases } from "../db/lease.ts";
import { listen, wakeChannel } from "../db/listen.ts";
import { connectEngine } from "../docker/connect.ts";
import { type DockerEvent, watchEvents } from "../docker/watch-events.ts";
import { guardService, label, platformStack } from "../domain/names.ts";
import type { Namespace } from "../domain/namespace.ts";
import { asFreeholdError } from "../errors.ts";
import type { Home } from "../home.ts";
import { mailChannel } from "../mail/queue-mail.ts";
import { Poster } from "../outbound/post-for-stack.ts";
import type { Step } from "../reconcile/execute.ts";
import type { MasterKey } from "../secrets/key.ts";
import { accessChannel } from "../tenants/revise-cms-access.ts";
import { carryOutgoing } from "./carry-outgoing.ts";
import { deliverMailMs, MailDeliverer, type MailSettings } from "./deliver-mail.ts";
import { endCmsAccess, endCmsAccessMs } from "./end-cms-access.ts";
import { expireApplications, expireApplicationsMs } from "./expire-applications.ts";
import { expireDemos, expireDemosMs } from "./expire-demos.ts";
import { EdgeKeeper, type EdgeSettings } from "./keep-edge.ts";
import { GuardKeeper } from "./keep-guard.ts";
import { keepPoolMs, PoolKeeper } from "./keep-pool.ts";
import { ownerIsDead, workerOwner } from "./owner.ts";
import { purgeDue } from "./purge-due.ts";
import { KeyedQueue } from "./queue.ts";
import { type ReconcileContext, reconcileStack } from "./reconcile-stack.ts";
import { Sampler } from "./sample-metrics.ts";
import { startApplications, startApplicationsMs } from "./start-applications.ts";
import { sweep } from "./sweep.ts";
import { VisitCounter } from "./visit-counter.ts";

export interface WorkerOptions {
  readonly home: Home;
  readonly key: MasterKey;
  readonly databaseUrl: string;
  readonly edge: EdgeSettings;
  readonly mail: MailSettings;
  /** Addresses and CIDR blocks beside the public ones that stacks may have requests sent to. */
  readonly outboundAllowed: readonly string[];
  readonly log: Logger;
  /** Size of the warm pool instead of the setting's; null leaves that to the setting. */
  readonly poolSize: number | null;
  /** Called after each operation was carried out and before that is written down. For tests. */
  readonly afterOperation?: (step: Step) => void;
}

/** Stacks worked on at once; most of that time is spent waiting for Docker and for first answers. */
const lanes = 8;
/** Stacks that requests are made for at once. */
const errandLanes = 4;
const databaseConnections = 10;
const everyMs = {
  beat: 5_000,
  poll: 5_000,
  // Asks the engine for everything we have on it, and each stack whether it is well: what an idle fleet costs.
  sweep: 60_000,
  sample: 60_000,
  engines: 30_000,
  edge: 15_000,
  purge: 300_000,
} as const;
const databaseRetryMs = 2_000;
/** Docker may report an end before its lists show it; a second look follows after this. */
const eventSettlesMs = 1_000;

/** Starts the worker. It holds nothing that a new one could not find again. */
export function startWorker(options: WorkerOptions): { stop(): Promise<void> } {
  const { home, log } = options;
  const db = connectDatabase(options.databaseUrl, databaseConnections);
  const edge = new EdgeKeeper(db, options.edge, log);
  const guard = new GuardKeeper(home.namespace, log);
  const context: ReconcileContext = {
    db,
    home,
    edge,
    guard,
    visits: new VisitCounter(),
    log,
    key: options.key,
    owner: workerOwner(),
    namespace: home.namespace,
    edgePort: options.edge.port,
    projectFolder: home.project,
    ...(options.afterOperation && { afterOperation: options.afterOperation }),
  };
  const queue = new KeyedQueue(
    lanes,
    async (id) => {
      const { again } = await reconcileStack(context, id);
      if (again !== null) queue.addAfter(id, again);
    },
    (id, thrown) => {
      const { code, message, detail } = asFreeholdError(thrown);
      log.error({ stackId: id, code, message, detail }, "reconcile failed");
      queue.addAfter(id, databaseRetryMs);
    },
  );
  const wakeByName = async (name: string): Promise<void> => {
    const stack = await db.stack.findUnique({ where: { name }, select: { id: true } });
    if (!stack) return;
    queue.add(stack.id);
    queue.addAfter(stack.id, eventSettlesMs);
  };

  const onEvent = (event: DockerEvent): void => {
    const name = stackOf(home.namespace, event);
    if (name === null) return;
    if (name === platformStack && event.attributes[label.composeService] === guardService) {
      guard.forget();
      sweeping?.now();
      setTimeout(() => sweeping?.now(), eventSettlesMs).unref();
      return;
    }
    log.debug({ stack: name, kind: event.kind, action: event.action }, "docker event");
    wakeByName(name).catch((error: unknown) => log.warn({ message: String(error) }, "event not followed up"));
  };
  const poster = new Poster(options.outboundAllowed);
  const errands = new KeyedQueue(
    errandLanes,
    (id) => carryOutgoing({ db, key: options.key, log, poster }, id),
    (id, thrown) => {
      const { code, message, detail } = asFreeholdError(thrown);
      log.warn({ stackId: id, code, message, detail }, "requests not carried");
    },
  );
  const watches: Watches = new Map();
  const pool = new PoolKeeper(context, options.poolSize);

  const sampler = new Sampler(context);
  const mail = new MailDeliverer(db, options.mail, log);
  const startedAt = new Date();
  const loops = [
    every(everyMs.beat, "beat", log, () => beat(context, startedAt)),
    every(everyMs.poll, "poll", log, async () => {
      for (const id of await releaseDeadLeases(db, ownerIsDead)) queue.add(id);
      const due = await db.stack.findMany({
        where: { phase: "converging", notBefore: { lte: new Date() } },
        select: { id: true },
        orderBy: { notBefore: "asc" },
      });
      for (const { id } of due) queue.add(id);
    }),
    every(everyMs.sweep, "sweep", log, async () => {
      await sweep(context, { wake: (id) => queue.add(id), carry: (id) => errands.add(id) });
      // Right after the sweep's probes each CMS still has its connection to its database.
      sampling?.now();
    }),
    every(everyMs.engines, "engines", log, () => watchEngines(context, watches, onEvent, () => sweeping?.now())),
    every(everyMs.edge, "edge", log, () => edge.verify()),
    every(expireDemosMs, "demos", log, () => expireDemos(context)),
    every(keepPoolMs, "pool", log, () => pool.keep()),
    every(expireApplicationsMs, "lapse", log, () => expireApplications(context)),
    every(deliverMailMs, "mail", log, () => mail.deliver()),
    every(startApplicationsMs, "applications", log, () => startApplications(context, options.edge)),
    every(endCmsAccessMs, "access", log, () => endCmsAccess(context)),
    every(everyMs.sample, "sample", log, () => sampler.round()),
    every(everyMs.purge, "purge", log, () => purgeDue(context)),
  ];
  const [, poll, sweeping] = loops;
  const mailing = loops.find(({ name }) => name === "mail");
  const sampling = loops.find(({ name }) => name === "sample");
  const access = loops.find(({ name }) => name === "access");
  const intents = listen(options.databaseUrl, [wakeChannel, mailChannel, accessChannel], {
    onMessage(channel, payload) {
      if (channel === mailChannel) mailing?.now();
      else if (channel === accessChannel) access?.now();
      else queue.add(payload);
    },
    onReady: () => {
      poll?.now();
      mailing?.now();
    },
    onLost: (error) => log.warn({ message: error.message }, "control database lost"),
  });
  return {
    async stop() {
      for (const loop of loops) loop.stop();
      await intents.stop();
      for (const watch of watches.values()) watch.stop();
      await Promise.all([queue.stop(), errands.stop()]);
      await Promise.all(loops.map((loop) => loop.idle()));
      mail.close();
      await db.workerBeat.deleteMany({ where: { id: context.owner } });
      await db.$disconnect();
    },
  };
}

async function beat({ db, owner }: ReconcileContext, startedAt: Date): Promise<void> {
  const beatAt = new Date();
  await db.workerBeat.upsert({
    where: { id: owner },
    create: { id: owner, startedAt, beatAt, pid: process.pid, host: hostname() },
    update: { beatAt },
  });
  await db.workerBeat.deleteMany({ where: { beatAt: { lt: new Date(beatAt.getTime() - 3_600_000) } } });
}

/** Event streams by engine id. */
type Watches = Map<string, { stop(): void }>;

/** Follows every engine that has a row, also one that was added since. */
async function watchEngines(
  { db, log }: ReconcileContext,
  watches: Watches,
  onEvent: (event: DockerEvent) => void,
  onConnected: () => void,
): Promise<void> {
  const engines = await db.engine.findMany({ select: { id: true, endpoint: true } });
  for (const { id, endpoint } of engines) {
    if (watches.has(id)) continue;
    const onLost = (error: Error): void => log.warn({ engine: id, message: error.message }, "event stream lost");
    watches.set(id, watchEvents(connectEngine(endpoint), { onEvent, onConnected, onLost }));
  }
}

/** The stack an event is about, or null when it is not ours. */
function stackOf(namespace: Namespace, { kind, attributes, name }: DockerEvent): string | null {
  if (kind === "container") return attributes[label.namespace] === namespace ? (attributes[label.stack] ?? null) : null;
  const prefix = `${namespace}-`;
  const end = name.lastIndexOf("_");
  return name.startsWith(prefix) && end > prefix.length ? name.slice(prefix.length, end) : null;
}

interface Loop {
  readonly name: string;
  now(): void;
  stop(): void;
  idle(): Promise<void>;
}

/** Runs work at once and then again and again, never twice at a time; an error is logged and not the end. */
function every(ms: number, name: string, log: Logger, work: () => Promise<unknown>): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = work()
      .then(
        () => undefined,
        (thrown: unknown) => {
          const error = asFreeholdError(thrown);
          log.warn({ loop: name, code: error.code, message: error.message, detail: error.detail }, "loop failed");
        },
      )
      .finally(() => {
        running = null;
        if (stopped) return;
        if (again) {
          again = false;
          run();
        } else timer = setTimeout(run, ms);
      });
  };
  run();
  return {
    name,
    now: run,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    async idle() {
      await running;
    },
  };
}
