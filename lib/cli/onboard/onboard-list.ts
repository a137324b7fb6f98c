import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Db } from "../../db/client.ts";
import { printable } from "../../domain/printable.ts";
import { decodeRoster, type PlannedLine, parseRoster, planRoster, type RefusedLine } from "../../domain/roster.ts";
import { asFreeholdError, type FreeholdError, failure } from "../../errors.ts";
import { loadKey } from "../../secrets/key.ts";
import { openChangeFeed } from "../../tenants/change-feed.ts";
import { listFleet } from "../../tenants/list-fleet.ts";
import { reopenTenant } from "../../tenants/reopen-tenant.ts";
import { cliActor } from "../actor.ts";
import type { OnboardArguments } from "../commands/onboard.ts";
import type { Context } from "../context.ts";
import { formatDuration } from "../duration.ts";
import { requireSettings, withDatabase } from "../installation.ts";
import { requireWorker } from "../require-worker.ts";
import { awaitOnboarded, type OnboardOptions, openAccount } from "./onboard-one.ts";

interface LineResult {
  readonly line: number;
  readonly slug: string | null;
  readonly name: string;
  readonly status: "onboarded" | "existing" | "failed";
  readonly url: string | null;
  readonly durationMs: number;
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string } | null;
}

const anyFailed = 1;
/** Lanes mostly wait; their short queries share a few connections. */
const connections = 5;

/** @returns the exit code: 0 only when every line has its CMS */
export async function onboardList(context: Context, options: OnboardArguments, path: string): Promise<number> {
  const { home, env, out } = context;
  const file = basename(path);
  const lines = parseRoster(decodeRoster(await readList(path), file), file, options.nameColumn).slice(0, options.limit);
  const { port } = requireSettings(home);
  const key = loadKey(home, env);
  const results = await withDatabase(
    context,
    async (db, url) => {
      if (options.wait) await requireWorker(db);
      const { planned, refused } = planRoster(lines, await takenNames(db));
      const feed = openChangeFeed(url);
      const progress = out.progress(lines.length, "clients");
      const note = (result: LineResult): LineResult => {
        progress.advance(result.status === "failed" ? "failed" : "done");
        if (result.error)
          progress.print(
            `line ${result.line}: ${printable(result.name) || "(no name)"}: ${result.error.message} ${result.error.remedy}`,
          );
        return result;
      };
      const shared = {
        db,
        key,
        feed,
        port,
        timeoutMs: options.timeout * 1000,
        onOperation: () => undefined,
        onStep: () => undefined,
      };
      try {
        const running = await statuses(db, port);
        const refusals = refused.map((line) => note(refusal(line)));
        const work = (line: PlannedLine) =>
          onboardLine(line, { ...shared, region: options.region, wait: options.wait, running });
        const done = await inLanes(planned, options.concurrency, async (line) => note(await work(line)));
        return [...refusals, ...done].sort((a, b) => a.line - b.line);
      } finally {
        progress.close();
        await feed.stop();
      }
    },
    connections,
  );
  const count = (status: LineResult["status"]): number => results.filter((result) => result.status === status).length;
  const durationMs = Math.round(performance.now());
  out.result(
    {
      onboarded: count("onboarded"),
      existing: count("existing"),
      failed: count("failed"),
      durationMs,
      clients: results,
    },
    () => [
      `${count("onboarded")} onboarded, ${count("existing")} had theirs already, ${count("failed")} failed, in ${formatDuration(durationMs)}.`,
      ...(count("failed") > 0
        ? ["Run the same command again when the causes are gone; what is done is not repeated."]
        : []),
    ],
  );
  return count("failed") > 0 ? anyFailed : 0;
}

async function readList(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code = "unknown reason" } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
    throw failure("file_unreadable", { file: path, why }, { cause: error });
  }
}

/** Purged tenants count: their addresses are not given to somebody else. */
async function takenNames(db: Db): Promise<Map<string, string>> {
  const tenants = await db.tenant.findMany({ select: { slug: true, name: true, purgedAt: true } });
  return new Map(tenants.map(({ slug, name, purgedAt }) => [slug, purgedAt === null ? name : ""]));
}

/** Where each client stands, by slug. */
async function statuses(
  db: Db,
  port: number,
): Promise<ReadonlyMap<string, { readonly url: string; readonly done: boolean }>> {
  const fleet = await listFleet(db, port);
  const unfinished = new Set(["provisioning", "repairing", "failed"]);
  return new Map(fleet.map(({ slug, url, status }) => [slug, { url, done: !unfinished.has(status) }]));
}

interface LineOptions extends OnboardOptions {
  readonly db: Db;
  readonly region: string | undefined;
  readonly wait: boolean;
  readonly running: ReadonlyMap<string, { readonly url: string; readonly done: boolean }>;
}

async function onboardLine(line: PlannedLine, options: LineOptions): Promise<LineResult> {
  const begun = performance.now();
  const result = (
    status: LineResult["status"],
    url: string | null,
    error: FreeholdError | null = null,
  ): LineResult => ({
    line: line.line,
    slug: line.slug,
    name: line.name,
    status,
    url,
    durationMs: Math.round(performance.now() - begun),
    error: error?.toJSON() ?? null,
  });
  const known = options.running.get(line.slug);
  if (line.exists && known?.done) return result("existing", known.url);
  try {
    const account = line.exists ? await findAccount(line, options) : await createAccount(line, options);
    if (options.wait) await awaitOnboarded(account, options);
    return result(line.exists ? "existing" : "onboarded", account.url);
  } catch (thrown) {
    return result("failed", null, asFreeholdError(thrown));
  }
}

const createAccount = (line: PlannedLine, { db, key, port, region }: LineOptions) =>
  openAccount(db, key, { slug: line.slug, name: line.name, ...(region !== undefined && { region }) }, port, (slug) =>
    reopenTenant(db, slug, cliActor()),
  );

/** An account that an earlier run wrote and nobody saw finished. */
async function findAccount({ slug, name }: PlannedLine, { db, running }: LineOptions) {
  const stack = await db.stack.findFirst({ where: { tenant: { slug }, isCurrent: true }, select: { id: true } });
  if (!stack) throw failure("tenant_unknown", { slug });
  return { stackId: stack.id, slug, name, after: 0n, url: running.get(slug)?.url ?? "" };
}

const refusal = ({ line, name, error }: RefusedLine): LineResult => ({
  line,
  slug: null,
  name,
  status: "failed",
  url: null,
  durationMs: 0,
  error: error.toJSON(),
});

/** Works through items in order, so many at once. */
async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
