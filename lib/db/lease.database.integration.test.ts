import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { acquireLease, type Lease, leaseMs, releaseDeadLeases } from "./lease.ts";
import { makeTestDatabase, type TestDatabase } from "./test-database.ts";
import { seedFleet, seedStack } from "./test-fleet.ts";

const renewMs = 10_000;
let database: TestDatabase;
let stackId: string;
const taken: Lease[] = [];

beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  // Only the renewals' own clock: database and driver keep theirs.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  stackId = await seedStack(database.db, `s-${Math.random().toString(36).slice(2)}`);
});
afterEach(async () => {
  await Promise.all(taken.splice(0).map((lease) => lease.release()));
  vi.useRealTimers();
});

async function acquire(owner: string): Promise<Lease | null> {
  const lease = await acquireLease(database.db, stackId, owner);
  if (lease) taken.push(lease);
  return lease;
}

const held = async (): Promise<{ owner: string | null; forMs: number | null }> => {
  const rows = await database.db.$queryRaw<{ owner: string | null; forMs: number | null }[]>`
    SELECT lease_owner AS owner, (extract(epoch FROM lease_until - now()) * 1000)::float8 AS "forMs"
    FROM stacks WHERE id = ${stackId}::uuid`;
  return rows[0] ?? { owner: null, forMs: null };
};
const leave = (owner: string, forMs: number): Promise<number> => database.db.$executeRaw`
  UPDATE stacks SET lease_owner = ${owner}, lease_until = now() + ${forMs} * interval '1 ms' WHERE id = ${stackId}::uuid`;

describe("a lease", () => {
  test("of ten who want it at once, one gets it", async () => {
    const owners = Array.from({ length: 10 }, (_, index) => `w${index}`);
    const won = (await Promise.all(owners.map(acquire))).map((lease) => lease !== null);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await held()).owner).toBe(owners[won.indexOf(true)]);
  });

  test("lasts thirty seconds", async () => {
    await acquire("a");
    const { forMs } = await held();
    expect(forMs).toBeGreaterThan(leaseMs - 5_000);
    expect(forMs).toBeLessThanOrEqual(leaseMs);
  });

  test("that ran out is anybody's; one that did not is not", async () => {
    await leave("dead", 60_000);
    expect(await acquire("a")).toBeNull();
    await leave("dead", -1);
    expect(await acquire("a")).not.toBeNull();
    expect((await held()).owner).toBe("a");
  });

  test("given back is anybody's", async () => {
    await (await acquire("a"))?.release();
    expect(await held()).toEqual({ owner: null, forMs: null });
    expect(await acquire("b")).not.toBeNull();
  });

  test("is renewed while it is held, and no longer", async () => {
    const lease = await acquire("a");
    await leave("a", 1_000);
    await vi.advanceTimersByTimeAsync(renewMs);
    await vi.waitFor(async () => expect((await held()).forMs).toBeGreaterThan(leaseMs - 5_000));
    expect(lease?.signal.aborted).toBe(false);

    await lease?.release();
    expect(vi.getTimerCount()).toBe(0);
    expect(lease?.signal.aborted).toBe(true);
  });

  test("that another took over is lost: its signal says so, and the other's stays", async () => {
    const lease = await acquire("a");
    await leave("b", leaseMs);
    await vi.advanceTimersByTimeAsync(renewMs);
    await vi.waitFor(() => expect(lease?.signal.aborted).toBe(true));
    await lease?.release();
    expect((await held()).owner).toBe("b");
  });

  test("of a stack that is gone is lost", async () => {
    const lease = await acquire("a");
    await database.db.stack.delete({ where: { id: stackId } });
    await vi.advanceTimersByTimeAsync(renewMs);
    await vi.waitFor(() => expect(lease?.signal.aborted).toBe(true));
  });
});

test("leases of owners known to be dead are freed at once; others' stay", async () => {
  await leave("dead", leaseMs);
  expect(await releaseDeadLeases(database.db, (owner) => owner === "other")).toEqual([]);
  expect((await held()).owner).toBe("dead");
  expect(await releaseDeadLeases(database.db, (owner) => owner === "dead")).toEqual([stackId]);
  expect((await held()).owner).toBeNull();
});
