import { afterAll, beforeAll, expect, test } from "vitest";
import { type Intent, observationLeaseMs, type StackPhase, tenantStatus, tenantStatuses } from "../domain/status.ts";
import { Prisma } from "./client.ts";
import { tenantStatusSql } from "./tenant-status-sql.ts";
import { makeTestDatabase, type TestDatabase } from "./test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());

const now = new Date("2026-03-01T12:00:00.250Z");
const intents: Intent[] = ["running", "hibernated", "suspended", "closed"];
const phases: StackPhase[] = ["converging", "settled", "failed"];
const observations = [null, { ready: true, services: {} }, { ready: false, services: {} }];
const times = [
  null,
  now,
  new Date(now.getTime() - observationLeaseMs),
  new Date(now.getTime() - observationLeaseMs - 1),
];

const stacks = [
  null,
  ...phases.flatMap((phase) =>
    [true, false].flatMap((everReady) =>
      observations.flatMap((observed) => times.map((observedAt) => ({ phase, everReady, observed, observedAt }))),
    ),
  ),
];
const facts = intents.flatMap((intent) =>
  [true, false].flatMap((purgeConfirmed) =>
    [true, false].flatMap((purged) => stacks.map((stack) => ({ intent, purgeConfirmed, purged, stack }))),
  ),
);

test("PostgreSQL and lib/domain/status.ts give every combination of facts the same status", async () => {
  const rows = facts.map(({ intent, purgeConfirmed, purged, stack }, index) => {
    const observed = stack?.observed ? JSON.stringify(stack.observed) : null;
    return Prisma.sql`(${index}::int, ${intent}::intent, ${purgeConfirmed}::boolean, ${purged}::boolean, ${stack !== null}::boolean,
      ${stack?.phase ?? null}::stack_phase, ${stack?.everReady ?? null}::boolean, ${observed}::jsonb,
      to_timestamp(${stack?.observedAt ? stack.observedAt.getTime() / 1000 : null}::float8))`;
  });
  const found: { index: number; status: string }[] = [];
  for (let from = 0; from < rows.length; from += 500) {
    found.push(
      ...(await database.db.$queryRaw<{ index: number; status: string }[]>`
        WITH facts(index, intent, confirmed, purged, has_stack, phase, ever_ready, observed, observed_at) AS
          (VALUES ${Prisma.join(rows.slice(from, from + 500))})
        SELECT facts.index, ${tenantStatusSql(now)} AS status
        FROM facts
        CROSS JOIN LATERAL (SELECT facts.intent, CASE WHEN purged THEN now() END AS purged_at,
          CASE WHEN confirmed THEN now() END AS purge_confirmed_at) t
        CROSS JOIN LATERAL (SELECT CASE WHEN has_stack THEN 1 END AS id, phase, CASE WHEN ever_ready THEN now() END AS ready_at,
          observed, observed_at) s
        ORDER BY facts.index`),
    );
  }
  const expected = facts.map((one, index) => ({ index, status: tenantStatus(one, now) }));
  expect(found).toEqual(expected);
  expect(new Set(expected.map(({ status }) => status))).toEqual(new Set(tenantStatuses));
});
