import { createHmac } from "node:crypto";
import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import type { SettingValue } from "../domain/settings.ts";
import { failure } from "../errors.ts";
import { deriveSecret, type MasterKey } from "../secrets/key.ts";
import type { Actor } from "./actor.ts";
import { createSpareStack } from "./create-spare-stack.ts";
import { demosThatCount } from "./look-at-demos.ts";
import { readSetting } from "./read-setting.ts";
import { spendDemoLink } from "./spend-demo-link.ts";
import { takeWarmStack } from "./take-warm-stack.ts";

export interface DemoRequest {
  /** The visitor's, as the edge saw it. */
  readonly address: string;
  /** Of an investor's link. */
  readonly linkToken?: string;
}

export interface ClaimedDemo {
  readonly stackId: string;
  readonly expiresAt: Date;
  /** Whether it can be entered now; else it is being made. */
  readonly isWarm: boolean;
}

/** Claims are counted one after the other; each takes milliseconds. */
const demoLock = 4_170_313;
const dayMs = 86_400_000;

/**
 * Gives a visitor a stack of their own for a while: a finished one of the warm pool, or a new one
 * when there is none. Visit and audit event are in the same transaction.
 * @throws demo_off, demo_full, demo_too_many, demo_link_invalid, subnet_pool_exhausted, not_up
 */
export async function claimDemo(
  db: Db,
  key: MasterKey,
  { address, linkToken }: DemoRequest,
  actor: Actor,
): Promise<ClaimedDemo> {
  const begun = performance.now();
  const settings = await readSetting(db, "demo");
  if (!settings.enabled) throw failure("demo_off");
  const addressHash = hashAddress(key, address);
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${demoLock})`;
    const now = new Date();
    const link = linkToken === undefined ? null : await spendDemoLink(tx, linkToken);
    await assertRoom(tx, settings, now);
    // Whoever was given a link comes through an office's one address with others; the link counts itself.
    if (link === null) await assertFewFrom(tx, addressHash, settings, now);

    const demo = { claimedAt: now, expiresAt: new Date(now.getTime() + settings.lifetimeMinutes * 60_000) };
    const warm = await takeWarmStack(tx);
    if (warm) {
      await tx.stack.update({ where: { id: warm.stackId }, data: { kind: "demo", ...demo } });
      await announceChange(tx, warm.stackId);
    }
    const { stackId, name } = warm ?? (await createSpareStack(tx, key, demo));
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "demo.opened",
      subject: `stack:${name}`,
      details: { warm: warm !== null, expiresAt: demo.expiresAt.toISOString(), ...(link && { link: link.id }) },
    });
    await tx.demoVisit.create({
      data: {
        stackName: name,
        addressHash,
        at: now,
        expiresAt: demo.expiresAt,
        warm: warm !== null,
        claimMs: Math.round(performance.now() - begun),
        linkId: link?.id ?? null,
      },
    });
    return { stackId, expiresAt: demo.expiresAt, isWarm: warm !== null };
  });
}

/** Of all visitors together: what strangers can have running at once. @throws demo_full */
async function assertRoom(tx: Tx, { atOnce }: SettingValue<"demo">, now: Date): Promise<void> {
  if ((await tx.stack.count({ where: demosThatCount })) < atOnce) return;
  const next = await tx.stack.findFirst({
    where: { ...demosThatCount, expiresAt: { gt: now } },
    orderBy: { expiresAt: "asc" },
    select: { expiresAt: true },
  });
  const waitMs = (next?.expiresAt?.getTime() ?? now.getTime()) - now.getTime();
  throw failure("demo_full", { minutes: Math.max(1, Math.ceil(waitMs / 60_000)) });
}

/** @throws demo_too_many */
async function assertFewFrom(
  tx: Tx,
  addressHash: string,
  { perAddressPerDay }: SettingValue<"demo">,
  now: Date,
): Promise<void> {
  // One that did not come up is none that they had.
  const [{ demos }] = await tx.$queryRaw<[{ demos: number }]>`
    SELECT count(*)::int AS demos FROM demo_visits v
    WHERE address_hash = ${addressHash} AND link_id IS NULL AND at > ${new Date(now.getTime() - dayMs)}
      AND NOT EXISTS (SELECT 1 FROM spare_failures f WHERE f.stack_name = v.stack_name)`;
  if (demos >= perAddressPerDay) throw failure("demo_too_many", { demos });
}

/** An address is told from others by this, and by nobody without the installation's key. */
const hashAddress = (key: MasterKey, address: string): string =>
  createHmac("sha256", deriveSecret(key, "demo visitors")).update(address).digest("hex");
