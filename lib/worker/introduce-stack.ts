import type { Prisma } from "../db/client.ts";
import { demoEnd } from "../domain/demo-end.ts";
import { type Introduction, introductionOf } from "../domain/introduction.ts";
import { siteUrl } from "../domain/site-url.ts";
import { type Recorder, recordStep } from "../reconcile/execute.ts";
import { putSample } from "../stack-api/put-sample.ts";
import { putSite, type SiteIdentity } from "../stack-api/put-site.ts";
import type { StackRow } from "../tenants/load-stack.ts";
import { stackApiOf } from "../tenants/stack-api-of.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/**
 * Tells a stack that answers what it could not know when it was made: which sample site it begins
 * with, and whose it is now. What was told is written down afterwards; told twice, after a crash in
 * between, it is the same.
 * @throws stack_api_failed
 */
export async function introduceStack(
  { db, key, edgePort, log }: ReconcileContext,
  row: StackRow,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<void> {
  const { sample, site } = wantedIntroduction(row, edgePort);
  if (sample === null && site === null) return;
  const api = stackApiOf(key, row);
  if (api === null) return;
  if (sample !== null) {
    signal.throwIfAborted();
    const step = { id: "plant-sample", kind: "plant-sample", target: sample, cause: "it is what the site begins with" };
    const isIn = await recordStep(recorder, step, () => putSample(api, sample));
    if (!isIn) log.warn({ stack: row.name, sample }, "somebody signed in before the sample was in; theirs is left");
    await db.stack.update({ where: { id: row.id }, data: { sample } });
  }
  if (site !== null) {
    signal.throwIfAborted();
    const step = {
      id: "hand-over",
      kind: "hand-over",
      target: "site",
      cause: row.tenant ? "it belongs to a client now" : "it ends at another time now",
    };
    await recordStep(recorder, step, () => putSite(api, site));
    await db.stack.update({
      where: { id: row.id },
      data: { identity: { ...known(row), ...site } as Prisma.InputJsonObject },
    });
  }
}

function wantedIntroduction(row: StackRow, edgePort: number): Introduction {
  const { tenant, expiresAt, keptBy, bornHost } = row;
  return introductionOf({
    bornHost,
    sample: row.sample,
    identity: known(row),
    demo:
      row.kind !== "demo" || expiresAt === null || bornHost === null
        ? null
        : {
            siteUrl: siteUrl(bornHost, row.engine.region.baseDomain, edgePort),
            endsAt: demoEnd(expiresAt, keptBy),
            isKept: keptBy !== null,
          },
    tenant: tenant && {
      name: tenant.name,
      siteUrl: siteUrl(tenant.slug, tenant.region.baseDomain, edgePort),
      wantedSample: tenant.application?.sample ?? null,
      wasTheirDemo: tenant.application?.keepStackId === row.id,
    },
  });
}

const known = ({ identity }: StackRow): SiteIdentity | null => identity as SiteIdentity | null;
