import { databaseUrl } from "../../db/database-url.ts";
import { connectSql, type Sql } from "../../db/sql.ts";
import type { Slug } from "../../domain/slug.ts";
import { FreeholdError } from "../../errors.ts";
import { loadKey, type MasterKey } from "../../secrets/key.ts";
import type { OperationNews } from "../../tenants/await-stack.ts";
import { openChangeFeed } from "../../tenants/change-feed.ts";
import type * as SetupLink from "../../tenants/issue-setup-link.ts";
import { cliActor } from "../actor.ts";
import type { OnboardArguments } from "../commands/onboard.ts";
import type { Context } from "../context.ts";
import { formatDuration } from "../duration.ts";
import { requireSettings, withDatabase } from "../installation.ts";
import { requireWorker } from "../require-worker.ts";
import type { Steps } from "../steps.ts";
import { awaitOnboarded, openAccount } from "./onboard-one.ts";
import { operationWords } from "./operation-words.ts";

/** One for the account, then for looking; news come over a subscription of their own. */
const connections = 1;

export async function onboardSingle(context: Context, slug: Slug, options: OnboardArguments): Promise<number> {
  const { home, env, out } = context;
  const { port } = requireSettings(home);
  const key = loadKey(home, env);
  const request = {
    slug,
    ...(options.name !== undefined && { name: options.name }),
    ...(options.owner !== undefined && { ownerEmail: options.owner }),
    ...(options.region !== undefined && { region: options.region }),
  };
  // Seldom needed, and the only part that needs Prisma.
  const reopen = async (closed: string) => {
    const { reopenTenant } = await import("../../tenants/reopen-tenant.ts");
    return withDatabase(context, (prisma) => reopenTenant(prisma, closed, cliActor()));
  };
  const url = databaseUrl(home, env);
  const db = connectSql(url, connections);
  try {
    if (options.wait) await requireWorker(db);
    const account = await out.reporter.step("Account", () => openAccount(db, key, request, port, reopen));
    const known = { slug: account.slug, name: account.name, url: account.url };
    if (!options.wait) {
      out.result(
        { ...known, adminUrl: null, status: "provisioning", durationMs: elapsed(), steps: out.steps.finished },
        () => [`“${account.name}” is being set up at ${account.url}; see ./freehold status ${account.slug}.`],
      );
      return 0;
    }
    // Loaded and connected while the worker works, not before it is asked to.
    const setup = import("../../tenants/issue-setup-link.ts");
    const feed = openChangeFeed(url);
    try {
      await awaitOnboarded(account, {
        db,
        key,
        feed,
        port,
        timeoutMs: options.timeout * 1000,
        onOperation: (operation) => showOperation(out.steps, operation),
        onStep: (name, state) => (state === "begin" ? out.steps.begin(name) : out.steps.end(name, "done")),
      });
    } finally {
      await feed.stop();
    }
    const durationMs = elapsed();
    const adminUrl = await out.reporter.step("Link for its first administrator", () =>
      setupUrl(setup, db, key, slug, port),
    );
    out.result({ ...known, adminUrl, status: "running", durationMs, steps: out.steps.finished }, () => [
      "",
      `${account.name} has a CMS of its own, ${formatDuration(durationMs)} after you asked for it.`,
      "",
      `  Site                 ${out.colours.bold(account.url)}`,
      ...(adminUrl ? [`  First administrator  ${adminUrl}`, "                       (works once, for 7 days)"] : []),
    ]);
    return 0;
  } finally {
    await db.close();
  }
}

/** Null for a client who was closed, has come back and has an administrator. */
async function setupUrl(
  setup: Promise<typeof SetupLink>,
  db: Sql,
  key: MasterKey,
  slug: Slug,
  port: number,
): Promise<string | null> {
  const { issueSetupLink } = await setup;
  try {
    return (await issueSetupLink(db, key, slug, port)).adminUrl;
  } catch (error) {
    if (error instanceof FreeholdError && error.code === "already_set_up") return null;
    throw error;
  }
}

/** Milliseconds since the command was started. */
const elapsed = (): number => Math.round(performance.now());

function showOperation(steps: Steps, { kind, target, startedAt, endedAt, failed }: OperationNews): void {
  const name = operationWords(kind, target);
  if (endedAt === null) steps.begin(name);
  else steps.end(name, failed ? "failed" : "done", endedAt.getTime() - startedAt.getTime());
}
