import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { finishStack, seedFleet, testKey } from "../db/test-fleet.ts";
import { createSpareStack } from "./create-spare-stack.ts";
import { createTenant } from "./create-tenant.ts";
import { getSpare } from "./get-spare.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterEach(() => database.drop());

test("a stack of the pool is shown by its name, until it is somebody's", async () => {
  const { db } = database;
  const { stackId } = await db.$transaction((tx) => createSpareStack(tx, testKey, null));
  await finishStack(db, stackId);
  const { name } = await db.stack.findUniqueOrThrow({ where: { id: stackId } });
  expect(await getSpare(db, name, 8080)).toMatchObject({
    name,
    kind: "pool",
    state: "available",
    serviceList: [{ name: "db" }, { name: "api" }, { name: "web" }],
    operations: [],
  });
  const { tenantId } = await createTenant(db, testKey, { slug: "acme" }, { name: "test", origin: "test" });
  await db.stack.update({ where: { id: stackId }, data: { kind: "tenant", tenantId, isCurrent: false } });
  expect(await getSpare(db, name, 8080)).toBeNull();
});
