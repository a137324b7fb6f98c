import { setTimeout as sleep } from "node:timers/promises";
import { connectDatabase, type Db, Prisma } from "../../lib/db/client.ts";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { poolState } from "../../lib/domain/demo-pool.ts";
import { endSpareStacks } from "../../lib/tenants/end-spare-stacks.ts";
import { readPool } from "../../lib/tenants/read-pool.ts";
import { writeSetting } from "../../lib/tenants/write-setting.ts";
import { withInstallation } from "../support/installation.ts";
import { describeMachine, type Machine } from "../support/machine.ts";
import { say } from "../support/say.ts";
import { median, percentile, round } from "../support/statistics.ts";
import { clickThrough, readOffer } from "./click-through.ts";

export interface ClaimReport {
  readonly runs: number;
  /** From the POST to the first page of the claimed stack, through the edge: into its CMS, signed in. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** From the POST to the answer that leads to the stack. */
  readonly redirectMedianMs: number;
  readonly samplesMs: readonly number[];
  readonly machine: Machine;
}

const poolSize = 3;
const pollMs = 250;
const patienceMs = 180_000;
const actor = { name: "bench", origin: "bench" };

/** Measures one click into a demo while finished stacks wait, one visitor after another. */
export function benchClaim({ runs, signal }: { runs: number; signal: AbortSignal }): Promise<ClaimReport> {
  say("Bringing up an installation for the measurement …");
  const own = { FREEHOLD_DEMO_POOL: String(poolSize), FREEHOLD_LIMIT_FACTOR: "1000" };
  return withInstallation(
    signal,
    async ({ home, env, port, engine }) => {
      const db = connectDatabase(databaseUrl(home, env), 2);
      try {
        const limits = { enabled: true, poolSize, lifetimeMinutes: 60, atOnce: 200, perAddressPerDay: 100 };
        await writeSetting(db, "demo", limits, actor);
        const claim = async () => {
          await quiet(db, signal);
          return clickThrough(port, await readOffer(port));
        };
        say("Warming up, once …");
        await claim();
        const clicks: Awaited<ReturnType<typeof claim>>[] = [];
        for (let run = 0; run < runs; run++) {
          const click = await claim();
          clicks.push(click);
          say(`run ${run + 1} of ${runs}: ${Math.round(click.firstPageMs)} ms`);
        }
        return { runs, ...summarise(clicks), machine: await describeMachine(engine) };
      } finally {
        await db.$disconnect();
      }
    },
    own,
  );
}

function summarise(clicks: readonly { readonly firstPageMs: number; readonly redirectMs: number }[]) {
  const samples = clicks.map(({ firstPageMs }) => firstPageMs);
  return {
    medianMs: round(median(samples)),
    p95Ms: round(percentile(samples, 0.95)),
    redirectMedianMs: round(median(clicks.map(({ redirectMs }) => redirectMs))),
    samplesMs: samples.map((ms) => round(ms)),
  };
}

/** The last visitor's demo is gone, the pool is whole, and nothing is under way. */
async function quiet(db: Db, signal: AbortSignal): Promise<void> {
  await db.$transaction((tx) => endSpareStacks(tx, Prisma.sql`s.kind = 'demo'`));
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { stacks, newestRelease } = await readPool(db);
    const waiting = stacks.filter((stack) => poolState(stack, newestRelease) === "available").length;
    const demos = await db.stack.count({ where: { kind: "demo" } });
    if (waiting === poolSize && demos === 0) break;
    if (Date.now() > deadline) throw new Error(`the pool holds ${waiting} of ${poolSize}; ${demos} demos are left`);
    await sleep(pollMs, undefined, { signal });
  }
}
