import type { Tx } from "../db/client.ts";
import { demoEnd } from "../domain/demo-end.ts";
import { type PoolState, poolSample, poolState } from "../domain/demo-pool.ts";
import type { SettingValue } from "../domain/settings.ts";
import { siteUrl } from "../domain/site-url.ts";
import { readPool } from "./read-pool.ts";
import { readSetting } from "./read-setting.ts";

export interface DemosSurvey {
  readonly settings: SettingValue<"demo">;
  readonly pool: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: PoolState;
    readonly createdAt: Date;
    readonly problem: string | null;
  }[];
  readonly demos: readonly RunningDemo[];
  readonly links: readonly DemoLinkRow[];
  /** What did not come up, and is gone since. The newest first. */
  readonly failures: readonly SpareFailureRow[];
  /** The newest first. */
  readonly visits: readonly DemoVisitRow[];
}

export interface SpareFailureRow {
  readonly stackName: string;
  readonly kind: "pool" | "demo" | "tenant";
  readonly message: string;
  readonly remedy: string;
  readonly at: Date;
}

export interface RunningDemo {
  readonly stackId: string;
  readonly name: string;
  readonly url: string | null;
  readonly state: "making" | "ready" | "failed" | "ending";
  readonly claimedAt: Date;
  readonly expiresAt: Date;
  /** Company that asked to keep it. */
  readonly keptFor: string | null;
  /** Why it is not as it should be. */
  readonly problem: string | null;
}

export interface DemoLinkRow {
  readonly id: string;
  readonly name: string;
  readonly state: "open" | "used up" | "expired" | "revoked";
  readonly uses: number;
  readonly maxUses: number;
  readonly expiresAt: Date;
  readonly createdBy: string;
}

export interface DemoVisitRow {
  readonly id: string;
  readonly at: Date;
  /** Whom the link was for; null for who came without one. */
  readonly who: string | null;
  readonly stackName: string;
  readonly isWarm: boolean;
  readonly claimMs: number | null;
}

const linksShown = 200;
const visitsShown = 100;
const failuresShown = 20;

/** All there is to see about demos. @param port the edge's, part of each URL */
export async function surveyDemos(db: Tx, port: number, now = new Date()): Promise<DemosSurvey> {
  const [settings, { stacks, newestRelease }, demos, failures, links, visits] = await Promise.all([
    readSetting(db, "demo"),
    readPool(db),
    listDemos(db, port),
    db.spareFailure.findMany({
      orderBy: { at: "desc" },
      take: failuresShown,
      select: { stackName: true, kind: true, message: true, remedy: true, at: true },
    }),
    listLinks(db, now),
    listVisits(db),
  ]);
  const pool = stacks.map((stack) => ({ ...stack, state: poolState(stack, newestRelease) }));
  return { settings, pool, demos, failures, links, visits };
}

/** Stacks that visitors are in, the next to end first. @param port the edge's, part of each URL */
export async function listDemos(db: Tx, port: number): Promise<RunningDemo[]> {
  const rows = await db.stack.findMany({
    where: { kind: "demo", tenantId: null },
    orderBy: { expiresAt: "asc" },
    select: {
      id: true,
      name: true,
      bornHost: true,
      phase: true,
      readyAt: true,
      sample: true,
      claimedAt: true,
      createdAt: true,
      expiresAt: true,
      purgeConfirmedAt: true,
      lastErrorMessage: true,
      engine: { select: { region: { select: { baseDomain: true } } } },
      keptBy: { select: { companyName: true, status: true, createdAt: true, verifiedAt: true } },
    },
  });
  return rows.map((row) => ({
    stackId: row.id,
    name: row.name,
    url: row.bornHost && siteUrl(row.bornHost, row.engine.region.baseDomain, port),
    state: demoState(row),
    claimedAt: row.claimedAt ?? row.createdAt,
    expiresAt: row.expiresAt ? demoEnd(row.expiresAt, row.keptBy) : row.createdAt,
    keptFor: row.keptBy?.companyName ?? null,
    problem: row.lastErrorMessage,
  }));
}

function demoState(row: {
  readonly phase: string;
  readonly readyAt: Date | null;
  readonly sample: string | null;
  readonly purgeConfirmedAt: Date | null;
}): RunningDemo["state"] {
  if (row.purgeConfirmedAt !== null) return "ending";
  if (row.readyAt !== null && row.sample === poolSample) return "ready";
  return row.phase === "failed" ? "failed" : "making";
}

async function listLinks(db: Tx, now: Date): Promise<DemoLinkRow[]> {
  const rows = await db.demoLink.findMany({ orderBy: { createdAt: "desc" }, take: linksShown });
  return rows.map(({ id, name, uses, maxUses, expiresAt, createdBy, revokedAt }) => ({
    id,
    name,
    uses,
    maxUses,
    expiresAt,
    createdBy,
    state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : uses >= maxUses ? "used up" : "open",
  }));
}

async function listVisits(db: Tx): Promise<DemoVisitRow[]> {
  const rows = await db.demoVisit.findMany({
    orderBy: { at: "desc" },
    take: visitsShown,
    select: { id: true, at: true, stackName: true, warm: true, claimMs: true, link: { select: { name: true } } },
  });
  return rows.map(({ id, at, stackName, warm, claimMs, link }) => ({
    id,
    at,
    stackName,
    isWarm: warm,
    claimMs,
    who: link?.name ?? null,
  }));
}
