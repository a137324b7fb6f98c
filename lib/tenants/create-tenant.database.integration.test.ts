import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { unseal } from "../secrets/seal.ts";
import { createTenant, type NewTenant } from "./create-tenant.ts";
import { verifyAudit } from "./verify-audit.ts";

const actor = { name: "cli:root", origin: "cli", requestId: "r-1" };
let database: TestDatabase;
beforeEach(async () => {
  database = await makeTestDatabase();
  // Room for two.
  await seedFleet(database.db, "10.213.0.0/27");
});
afterEach(() => database.drop());

const create = (request: NewTenant) => createTenant(database.db, testKey, request, actor);
const written = async (): Promise<Record<string, number>> => {
  const { db } = database;
  const [tenants, stacks, subnets, events] = await Promise.all([
    db.tenant.count(),
    db.stack.count(),
    db.subnet.count(),
    db.auditEvent.count(),
  ]);
  return { tenants, stacks, subnets, events };
};

test("writes tenant, stack, sealed secrets, subnet and audit event", async () => {
  const made = await create({ slug: "acme", name: "  Acme   Inc. ", ownerEmail: "ada@acme.example" });
  const stack = await database.db.stack.findUniqueOrThrow({
    where: { id: made.stackId },
    include: { tenant: true, subnet: true },
  });
  expect(stack).toMatchObject({
    name: "acme",
    phase: "converging",
    releaseId: "0123abcd",
    tenant: { id: made.tenantId, slug: "acme", name: "Acme Inc.", ownerEmail: "ada@acme.example", intent: "running" },
    subnet: { cidr: "10.213.0.0/28" },
  });
  expect(Object.keys(unseal(testKey, "acme", stack.secretsSealed)).sort()).toEqual([
    "controlToken",
    "dbPassword",
    "secretKey",
  ]);
  expect(await database.db.auditEvent.findFirst()).toMatchObject({
    actor: "cli:root",
    action: "tenant.created",
    subject: "tenant:acme",
    requestId: "r-1",
  });
  await expect(verifyAudit(database.db)).resolves.toMatchObject({ events: 1 });
});

describe("nothing is written when anything is wrong", () => {
  test.each<[NewTenant, string]>([
    [{ slug: "Acme" }, "slug_invalid"],
    [{ slug: "admin" }, "slug_reserved"],
    [{ slug: "acme" }, "slug_taken"],
    [{ slug: "beta", name: " " }, "name_invalid"],
    [{ slug: "beta", ownerEmail: "nobody" }, "email_invalid"],
    [{ slug: "beta", region: "mars" }, "region_unknown"],
  ])("%j: %s", async (request, code) => {
    await create({ slug: "acme" });
    const before = await written();
    await expect(create(request)).rejects.toMatchObject({ code });
    expect(await written()).toEqual(before);
  });

  test("no subnet is left", async () => {
    await create({ slug: "acme" });
    await create({ slug: "beta" });
    await expect(create({ slug: "gamma" })).rejects.toMatchObject({ code: "subnet_pool_exhausted" });
    expect(await written()).toEqual({ tenants: 2, stacks: 2, subnets: 2, events: 2 });
  });

  test("no engine takes stacks, or no release was built", async () => {
    await database.db.engine.updateMany({ data: { cordoned: true } });
    await expect(create({ slug: "acme" })).rejects.toMatchObject({ code: "not_up" });
    await database.db.engine.updateMany({ data: { cordoned: false } });
    await database.db.release.deleteMany();
    await expect(create({ slug: "acme" })).rejects.toMatchObject({ code: "not_up" });
    expect(await written()).toEqual({ tenants: 0, stacks: 0, subnets: 0, events: 0 });
  });
});

test("of five who ask for one slug at once, one gets it and four are told it is taken", async () => {
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => create({ slug: "acme" })));
  const codes = results.map((result) =>
    result.status === "fulfilled" ? "made" : (result.reason as { code: string }).code,
  );
  expect(codes.sort()).toEqual(["made", "slug_taken", "slug_taken", "slug_taken", "slug_taken"]);
  expect(await written()).toEqual({ tenants: 1, stacks: 1, subnets: 1, events: 1 });
});
