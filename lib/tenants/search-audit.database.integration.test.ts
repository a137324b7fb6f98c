import { text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { appendAudit } from "../db/append-audit.ts";
import { connectDatabase } from "../db/client.ts";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { type AuditRecord, whyBroken } from "../domain/audit-chain.ts";
import { type AuditFilter, type AuditSearch, everything } from "../domain/audit-search.ts";
import { exportAudit } from "./export-audit.ts";
import { listAuditActions, searchAudit } from "./search-audit.ts";
import { tellVerification } from "./tell-verification.ts";

const events = 60;
let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
  await database.db.$transaction(async (tx) => {
    for (let index = 1; index <= events; index++) {
      await appendAudit(tx, {
        actor: index % 2 === 0 ? "admin:ada@example.com" : "client:Bob_100%@example.com",
        action: index % 3 === 0 ? "tenant.suspended" : "tenant.created",
        subject: `tenant:t${index % 5}`,
        reason: index === 7 ? '=HYPERLINK("http://evil.example")' : null,
        origin: "portal",
        details: { index },
      });
    }
  });
});
afterAll(() => database.drop());

const search = (change: Partial<AuditSearch> = {}) =>
  searchAudit(database.db, { ...everything, at: null, pageSize: 100, ...change });
const seqs = async (change: Partial<AuditSearch>) => (await search(change)).events.map(({ seq }) => seq);
const expected = (fits: (seq: number) => boolean) =>
  Array.from({ length: events }, (_, index) => events - index).filter(fits);

describe("a filter leaves", () => {
  test("whom it names in full, and nobody like them", async () => {
    expect(await seqs({ subject: "tenant:t1" })).toEqual(expected((seq) => seq % 5 === 1));
    expect(await seqs({ subject: "tenant:t" })).toEqual([]);
  });

  test("who has the text in their name, whatever its case, and takes no text for a pattern", async () => {
    expect(await seqs({ actor: "ADA@" })).toEqual(expected((seq) => seq % 2 === 0));
    expect(await seqs({ actor: "b_100%" })).toEqual(expected((seq) => seq % 2 === 1));
    expect(await seqs({ actor: "a%a" })).toEqual([]);
    expect(await seqs({ actor: "' OR 1=1 --" })).toEqual([]);
  });

  test("what was done, by whom and on whom, together", async () => {
    expect(await seqs({ action: "tenant.suspended", actor: "ada", subject: "t0" })).toEqual([60, 30]);
  });

  test("the time it names, the end left out", async () => {
    const { events: all } = await search();
    const at = new Date(all.at(-1)?.at ?? "");
    expect(await seqs({ until: at })).toEqual([]);
    expect(await seqs({ from: at })).toHaveLength(events);
  });
});

test("pages meet without a gap or an overlap, in both directions, and know their ends", async () => {
  const seen: number[] = [];
  let page = await search({ pageSize: 25 });
  expect(page.hasNewer).toBe(false);
  for (;;) {
    seen.push(...page.events.map(({ seq }) => seq));
    if (!page.hasOlder) break;
    page = await search({ pageSize: 25, at: { side: "older", than: seen.at(-1) ?? 0 } });
    expect(page.hasNewer).toBe(true);
  }
  expect(seen).toEqual(expected(() => true));

  const back = await search({ pageSize: 25, at: { side: "newer", than: 10 } });
  expect(back.events.map(({ seq }) => seq)).toEqual(expected((seq) => seq > 10 && seq <= 35));
  expect([back.hasOlder, back.hasNewer]).toEqual([true, true]);
  const first = await search({ pageSize: 25, at: { side: "newer", than: 35 } });
  expect([first.events.length, first.hasNewer]).toEqual([25, false]);
});

test("the actions are those that were written, each once", async () => {
  expect(await listAuditActions(database.db)).toEqual(["tenant.created", "tenant.suspended"]);
});

const exported = async (filter: Partial<AuditFilter>, format: "jsonl" | "csv") =>
  text(exportAudit(database.db, { ...everything, ...filter }, format));

test("the whole log as JSONL is verified without the database", async () => {
  const lines = (await exported({}, "jsonl")).trimEnd().split("\n");
  let previous: AuditRecord | null = null;
  for (const line of lines) {
    const record = JSON.parse(line) as AuditRecord;
    expect(whyBroken(previous, record)).toBeNull();
    previous = record;
  }
  expect(previous?.seq).toBe(events);
});

test("a filter as CSV has its events, and no formula", async () => {
  const rows: Record<string, string>[] = parse(await exported({ subject: "tenant:t2" }, "csv"), { columns: true });
  expect(rows.map(({ seq }) => Number(seq))).toEqual(expected((seq) => seq % 5 === 2).reverse());
  const evil = rows.find(({ seq }) => seq === "7");
  expect(evil?.reason).toBe(`'=HYPERLINK("http://evil.example")`);
  expect(JSON.parse(evil?.details ?? "")).toEqual({ index: 7 });
});

describe("a verification that is told", () => {
  const told = async () =>
    (await text(tellVerification(database.db)))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("begins with how many there are and ends with the last hash", async () => {
    const { events: all } = await search();
    expect(await told()).toEqual([
      { step: "begun", total: events },
      { step: "whole", events, head: all[0]?.hash },
    ]);
  });

  test("says when it breaks off, and the log says why", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const away = connectDatabase("postgresql://nobody@127.0.0.1:9/none");
    expect(JSON.parse(await text(tellVerification(away)))).toMatchObject({
      step: "failed",
      error: { code: "control_database_away" },
    });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    await away.$disconnect();
  });

  test("ends with where the chain is broken", async () => {
    await database.db.$executeRaw`ALTER TABLE audit_events DISABLE TRIGGER ALL`;
    await database.db.$executeRaw`UPDATE audit_events SET reason = 'x' WHERE seq = 5`;
    await database.db.$executeRaw`ALTER TABLE audit_events ENABLE TRIGGER ALL`;
    expect((await told()).at(-1)).toMatchObject({ step: "failed", error: { code: "audit_broken" } });
  });
});
