import { afterAll, beforeAll, expect, test } from "vitest";
import { overlaps, parseCidr } from "../domain/subnets.ts";
import { allocateSubnet } from "./allocate-subnet.ts";
import { makeTestDatabase, type TestDatabase } from "./test-database.ts";
import { seedFleet, seedStack } from "./test-fleet.ts";

const pool = "10.213.0.0/24";
const engine = { id: "local", subnetPool: pool };
let database: TestDatabase;

beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db, pool);
});
afterAll(() => database.drop());

const allocate = async (stackId: string, avoid: readonly string[] = []): Promise<string> =>
  database.db.$transaction((tx) => allocateSubnet(tx, engine, stackId, avoid));

test("twenty at once from a pool of sixteen: fifteen beside the avoided one get theirs, five are told why not", async () => {
  const stacks = await Promise.all(Array.from({ length: 20 }, (_, index) => seedStack(database.db, `stack-${index}`)));
  const results = await Promise.allSettled(stacks.map((id) => allocate(id, ["10.213.0.32/28"])));

  const given = results.flatMap((result) => (result.status === "fulfilled" ? [parseCidr(result.value)] : []));
  expect(given).toHaveLength(15);
  const taken = [...given, parseCidr("10.213.0.32/28")];
  expect(taken.some((a, index) => taken.slice(index + 1).some((b) => overlaps(a, b)))).toBe(false);
  expect(taken.every((cidr) => overlaps(cidr, parseCidr(pool)))).toBe(true);

  const refused = results.flatMap((result) => (result.status === "rejected" ? [(result.reason as Error).message] : []));
  expect(refused).toEqual(Array(5).fill(`The subnet pool ${pool} of engine “local” has no free /28 left (15 in use).`));
  expect(await database.db.subnet.count()).toBe(15);
});

test("a stack that goes gives its subnet back", async () => {
  const { stackId, cidr } = await database.db.subnet.findFirstOrThrow();
  await database.db.stack.delete({ where: { id: stackId } });
  expect(await allocate(await seedStack(database.db, "next"), ["10.213.0.32/28"])).toBe(cidr);
});
