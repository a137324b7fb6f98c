import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { finishStack, seedFleet, seedStack, testKey } from "../db/test-fleet.ts";
import { cordonEngine } from "./cordon-engine.ts";
import { fillPool } from "./fill-pool.ts";
import { listEngines } from "./list-engines.ts";
import { placeStack } from "./place-stack.ts";
import { readPool } from "./read-pool.ts";
import { takeWarmStack } from "./take-warm-stack.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterAll(() => database.drop());

const actor = { name: "admin:ada@example.com", origin: "portal" };
const cordon = (cordoned: boolean, reason: string | null = null) =>
  cordonEngine(database.db, "local", cordoned, reason, actor);
const taken = () => database.db.$transaction((tx) => takeWarmStack(tx));

test("nothing new goes to a cordoned engine, not even what waits there finished", async () => {
  const stackId = await seedStack(database.db, "pool-warm");
  await database.db.stack.update({ where: { id: stackId }, data: { bornHost: "demo-warm" } });
  await finishStack(database.db, stackId);
  expect(await taken()).toMatchObject({ stackId });

  expect(await cordon(true, "its disk is dying")).toBe(true);
  expect(await taken()).toBeNull();
  await expect(placeStack(database.db, undefined)).rejects.toMatchObject({ code: "not_up" });
  await expect(fillPool(database.db, testKey)).rejects.toMatchObject({ code: "not_up" });
  expect(await readPool(database.db)).toMatchObject({ stacks: [], hasPlace: false });

  expect(await cordon(false)).toBe(true);
  expect(await taken()).toMatchObject({ stackId });
  expect((await readPool(database.db)).hasPlace).toBe(true);
});

test("the list says who cordoned an engine and why; doing it twice is done once", async () => {
  await cordon(true, "its disk is dying");
  expect(await cordon(true, "again")).toBe(false);
  const [region] = await listEngines(database.db);
  expect(region?.engines[0]).toMatchObject({
    cordon: { by: "admin:ada@example.com", reason: "its disk is dying" },
    subnetsTotal: 4096,
    capacity: null,
  });
  await expect(cordonEngine(database.db, "nowhere", true, null, actor)).rejects.toMatchObject({
    code: "engine_unknown",
  });
});
