import type { Sql, SqlDatabase } from "../../db/sql.ts";
import { siteUrl } from "../../domain/site-url.ts";
import { FreeholdError, failure } from "../../errors.ts";
import type { MasterKey } from "../../secrets/key.ts";
import { awaitStack, lastOperation, type OperationNews } from "../../tenants/await-stack.ts";
import type { ChangeFeed } from "../../tenants/change-feed.ts";
import { createTenant, type NewTenant } from "../../tenants/create-tenant.ts";
import { cliActor } from "../actor.ts";

export interface OnboardOptions {
  readonly db: Sql;
  readonly key: MasterKey;
  readonly feed: ChangeFeed;
  readonly port: number;
  readonly timeoutMs: number;
  readonly onOperation: (operation: OperationNews) => void;
  /** Called when Docker's part is done and the site's first answer is waited for. */
  readonly onStep: (name: "The site's first answer", state: "begin" | "end") => void;
}

export interface Onboarded {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
}

/** The account, as written; nothing of it runs yet. */
export interface Account extends Onboarded {
  readonly stackId: string;
  /** The last operation of an earlier life. */
  readonly after: bigint;
}

/** `reopenTenant`, on whatever it takes to do that. */
export type Reopen = (slug: string) => Promise<{ stackId: string; slug: string; name: string } | null>;

/**
 * Writes a client's account, or reopens the one that was closed and still has its data.
 * @throws slug_taken and whatever createTenant refuses
 */
export async function openAccount(
  db: SqlDatabase,
  key: MasterKey,
  request: NewTenant,
  port: number,
  reopen: Reopen,
): Promise<Account> {
  try {
    const { stackId, slug, name, baseDomain } = await createTenant(db, key, request, cliActor());
    return { stackId, slug, name, after: 0n, url: siteUrl(slug, baseDomain, port) };
  } catch (error) {
    if (!(error instanceof FreeholdError) || error.code !== "slug_taken") throw error;
    const reopened = await reopen(request.slug);
    if (reopened === null) throw error;
    return { ...reopened, after: await lastOperation(db, reopened.stackId), url: await urlOf(db, reopened.slug, port) };
  }
}

/**
 * Waits until the client's site answers through the edge.
 * @throws onboard_timeout, stack_failed
 */
export async function awaitOnboarded(account: Account, options: OnboardOptions): Promise<void> {
  const { slug, stackId, after, url } = account;
  const begun = performance.now();
  // Loaded while the worker works, not before it is asked to.
  const site = import("./await-site.ts");
  const onTimeout = (why: string) =>
    failure("onboard_timeout", { slug, seconds: Math.round(options.timeoutMs / 1000), why });
  await awaitStack(options.db, { ...options, slug, stackId, after, onTimeout });
  options.onStep("The site's first answer", "begin");
  const { awaitSite } = await site;
  await awaitSite(url, options.port, begun + options.timeoutMs, onTimeout);
  options.onStep("The site's first answer", "end");
}

async function urlOf(db: Sql, slug: string, port: number): Promise<string> {
  const [region] = await db.$queryRaw<{ baseDomain: string }[]>`
    SELECT base_domain AS "baseDomain" FROM regions JOIN tenants ON region_id = regions.id WHERE slug = ${slug}`;
  if (!region) throw failure("tenant_unknown", { slug });
  return siteUrl(slug, region.baseDomain, port);
}
