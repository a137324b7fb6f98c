import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addSamples, rollUpSamples } from "../db/metric-samples.ts";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, seedStack } from "../db/test-fleet.ts";
import type { UsageSample } from "../domain/metrics.ts";
import { readMetrics } from "./read-metrics.ts";

let database: TestDatabase;
let stackId = "";
let count = 0;
beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.metricSample.deleteMany();
  stackId = await seedStack(database.db, `pool-${++count}`);
});

const noon = new Date("2026-11-24T12:00:00Z");
const at = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);
const sample = (minutes: number, values: Partial<UsageSample> = {}): UsageSample => ({
  stackId,
  at: at(minutes),
  cpu: 0.1,
  memoryBytes: 1_000,
  diskBytes: null,
  requests: 2,
  ...values,
});
const coarse = () => database.db.metricSample.findMany({ where: { spanSeconds: 900 }, orderBy: { at: "asc" } });

test("a quarter of an hour becomes one sample: levels averaged, requests summed, the last known disk", async () => {
  const quarter = Array.from({ length: 15 }, (_, index) =>
    sample(index + 1, { cpu: index < 5 ? 0.4 : 0.1, diskBytes: index < 14 ? index * 10 : null }),
  );
  await addSamples(database.db, quarter);
  await rollUpSamples(database.db, at(16));
  expect(await coarse()).toEqual([
    expect.objectContaining({
      at: at(15),
      cpu: expect.closeTo(0.2, 6),
      memoryBytes: 1_000n,
      diskBytes: 130n,
      requests: 30,
    }),
  ]);
});

test("a quarter is rolled up once, when it is over", async () => {
  await addSamples(database.db, [sample(1), sample(14)]);
  await rollUpSamples(database.db, at(15.2));
  expect(await coarse()).toEqual([]);
  await rollUpSamples(database.db, at(15.6));
  await addSamples(database.db, [sample(16)]);
  await rollUpSamples(database.db, at(20));
  await rollUpSamples(database.db, at(31));
  expect((await coarse()).map(({ at: ends, requests }) => [ends, requests])).toEqual([
    [at(15), 4],
    [at(30), 2],
  ]);
});

test("fine samples are kept for a day, coarse ones for seven", async () => {
  await addSamples(database.db, [sample(1)]);
  await rollUpSamples(database.db, at(16));
  await addSamples(database.db, [sample(1_439)]);
  await rollUpSamples(database.db, at(1_442));
  const fine = await database.db.metricSample.findMany({ where: { spanSeconds: 60 } });
  expect(fine.map((row) => row.at)).toEqual([at(1_439)]);
  expect((await coarse()).map((row) => row.at)).toEqual([at(15), at(1_440)]);
  await rollUpSamples(database.db, at(7 * 1_440 + 16));
  expect((await coarse()).map((row) => row.at)).toEqual([at(1_440)]);
});

test("a sample of a stack that was purged meanwhile is passed over, the others are kept", async () => {
  await addSamples(database.db, [sample(1, { stackId: crypto.randomUUID() }), sample(1)]);
  expect(await database.db.metricSample.count()).toBe(1);
  await expect(addSamples(database.db, [sample(1)])).resolves.toBeUndefined();
});

test("a page has a point for each step, and gaps where nothing was sampled", async () => {
  await addSamples(database.db, [sample(-59, { cpu: 0.5 }), sample(-1), sample(0, { diskBytes: 7 })]);
  const points = await readMetrics(database.db, stackId, "1h", noon);
  expect(points).toHaveLength(60);
  expect(points[0]).toEqual({ at: at(-59), cpu: 0.5, memoryBytes: 1_000, diskBytes: null, requests: 2 });
  expect(points[1]).toEqual({ at: at(-58), cpu: null, memoryBytes: null, diskBytes: null, requests: null });
  expect(points.at(-1)).toMatchObject({ at: at(0), diskBytes: 7 });
});

test("a day is shown from fine samples, a week from coarse ones", async () => {
  await addSamples(database.db, [sample(-9), sample(-1)]);
  const day = await readMetrics(database.db, stackId, "24h", noon);
  expect([day.length, day.at(-1)?.requests]).toEqual([144, 4]);
  await rollUpSamples(database.db, at(1));
  const week = await readMetrics(database.db, stackId, "7d", noon);
  expect([week.length, week.at(-1)?.requests]).toEqual([168, 4]);
});
