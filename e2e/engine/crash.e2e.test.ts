import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startTestWorker, type TestWorker } from "../support/fault-process.ts";
import { expectedObjects, removeNetworkByHand, snapshotStack, stackFacts } from "../support/fault-stack.ts";
import { type Installation, startInstallation } from "../support/installation.ts";

/**
 * Each test kills the worker after its first operation, then after its second and so on, until it
 * gets through alive. Every time, an undisturbed worker must finish what the killed one left.
 */

/** More operations than anything here takes; a loop that gets this far never ends by itself. */
const mostOperations = 40;
const convergeMs = 90_000;
const minutes = 60_000;

let installation: Installation;
const workers: TestWorker[] = [];
const stacks: string[] = [];

beforeAll(async () => {
  installation = await startInstallation();
  const ran = await installation.cli(["down"]);
  expect(ran.code, ran.stderr).toBe(0);
});
afterEach(() => stopWorkers());
afterAll(async () => {
  await stopWorkers();
  await installation?.destroy();
});

function startWorker(faultAfter?: number): TestWorker {
  const worker = startTestWorker(installation, faultAfter);
  workers.push(worker);
  return worker;
}

async function stopWorkers(): Promise<void> {
  for (const worker of workers.splice(0)) await worker.stop();
}

/** Lets a worker with a fault at work, then one without. @returns whether the first was killed */
async function crashAndRecover(faultAfter: number, isDone: () => Promise<void>): Promise<boolean> {
  const faulty = startWorker(faultAfter);
  const killed = await eventually(
    async () => {
      if (faulty.endedBy() !== null) return true;
      await isDone();
      return false;
    },
    { timeoutMs: convergeMs },
  );
  if (killed) expect(faulty.endedBy()).toBe("SIGKILL");
  await stopWorkers();
  startWorker();
  await eventually(isDone, { timeoutMs: convergeMs });
  await stopWorkers();
  return killed;
}

/** The site answers, the worker has nothing left to do and holds nothing. */
async function expectSettled(slug: string): Promise<void> {
  // The rows first: the edge keeps a visitor waiting for a site that is not there yet.
  expect(await stackFacts(installation, slug)).toMatchObject({
    settled: true,
    lease_owner: null,
    last_error_code: null,
    open_operations: 0,
  });
  expect((await installation.get(`${slug}.localhost`)).status).toBe(200);
  const plan = await installation.json<{ operations: unknown[]; blocked: unknown }>(["plan", slug]);
  expect(plan).toMatchObject({ operations: [], blocked: null });
}

async function expectExactly(slugs: readonly string[]): Promise<void> {
  expect(await installation.inventory()).toEqual(expectedObjects(installation.namespace, slugs));
}

test(
  "a worker killed after any operation of onboarding converges to one whole stack",
  async () => {
    let kills = 0;
    for (let operation = 1; operation <= mostOperations; operation++) {
      const slug = `born-${operation}`;
      stacks.push(slug);
      await installation.json(["onboard", slug, "--no-wait"]);
      const killed = await crashAndRecover(operation, () => expectSettled(slug));
      const { containers } = await snapshotStack(installation, slug);
      expect(Object.values(containers).map(({ state }) => state)).toEqual(["running", "running", "running"]);
      await expectExactly(stacks);
      if (!killed) break;
      kills += 1;
    }
    // A network, two volumes, three containers created and three started.
    expect(kills).toBeGreaterThanOrEqual(9);
    expect(kills).toBeLessThan(mostOperations);
    expect(await installation.sql("SELECT * FROM orphans")).toEqual([]);
  },
  15 * minutes,
);

test(
  "a worker killed after any operation of repair converges to what was there before",
  async () => {
    const slug = stacks[0] ?? "";
    const before = await snapshotStack(installation, slug);
    let kills = 0;
    for (let operation = 1; operation <= mostOperations; operation++) {
      await removeNetworkByHand(installation, `${installation.namespace}-${slug}_default`);
      const isRepaired = async (): Promise<void> => {
        expect(await snapshotStack(installation, slug)).toEqual(before);
        await expectSettled(slug);
      };
      const killed = await crashAndRecover(operation, isRepaired);
      await expectExactly(stacks);
      if (!killed) break;
      kills += 1;
    }
    // A network, and three containers removed, created and started.
    expect(kills).toBeGreaterThanOrEqual(10);
    expect(kills).toBeLessThan(mostOperations);
  },
  15 * minutes,
);

test(
  "a worker killed after any operation of a purge leaves nothing behind",
  async () => {
    let kills = 0;
    for (let operation = 1; operation <= mostOperations; operation++) {
      const slug = stacks.pop();
      if (slug === undefined) throw new Error("a purge has more operations than onboarding; onboard more");
      await installation.json(["teardown", slug, "--purge", "--yes", "--no-wait"]);
      const isGone = async (): Promise<void> => {
        const rows = await installation.sql("SELECT 1 FROM tenants WHERE slug = $1 AND purged_at IS NOT NULL", [slug]);
        expect(rows).toHaveLength(1);
        expect((await installation.get(`${slug}.localhost`)).status).toBe(404);
      };
      const killed = await crashAndRecover(operation, isGone);
      await expectExactly(stacks);
      expect(await stackFacts(installation, slug)).toBeUndefined();
      const subnets = await installation.sql<{ count: number }>("SELECT count(*)::int AS count FROM subnets");
      expect(subnets[0]?.count).toBe(stacks.length);
      if (!killed) break;
      kills += 1;
    }
    // Three containers, two volumes and a network removed.
    expect(kills).toBeGreaterThanOrEqual(6);
    expect(kills).toBeLessThan(mostOperations);
    expect(await installation.sql("SELECT * FROM orphans")).toEqual([]);
  },
  15 * minutes,
);
