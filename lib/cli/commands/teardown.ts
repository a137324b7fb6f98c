import { createInterface } from "node:readline/promises";
import { graceDays } from "../../domain/closing.ts";
import { parseSlug } from "../../domain/slug.ts";
import { failure } from "../../errors.ts";
import { awaitStack, lastOperation } from "../../tenants/await-stack.ts";
import { openChangeFeed } from "../../tenants/change-feed.ts";
import { closeTenant } from "../../tenants/close-tenant.ts";
import { purgeTenant } from "../../tenants/purge-tenant.ts";
import { cliActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";
import { operationWords } from "../onboard/operation-words.ts";
import { requireWorker } from "../require-worker.ts";

interface TeardownOptions {
  readonly purge?: boolean;
  readonly yes?: boolean;
  readonly reason?: string;
  readonly wait: boolean;
  /** Seconds. */
  readonly timeout: number;
}

export async function teardown(context: Context, slugText: string, options: TeardownOptions): Promise<undefined> {
  const slug = parseSlug(slugText);
  const { out } = context;
  await withDatabase(context, async (db, url) => {
    const tenant = await db.tenant.findUnique({
      where: { slug },
      select: { purgedAt: true, stacks: { where: { isCurrent: true }, select: { id: true } } },
    });
    if (!tenant) throw failure("tenant_unknown", { slug });
    if (tenant.purgedAt) throw failure("tenant_purged", { slug });
    if (options.wait) await requireWorker(db);
    const stackId = tenant.stacks[0]?.id;
    const after = stackId === undefined ? 0n : await lastOperation(db, stackId);
    if (options.purge) {
      if (!options.yes) await confirmPurge(slug);
      await purgeTenant(db, slug, cliActor(), options.reason);
    } else {
      await closeTenant(db, slug, options.reason ?? null, cliActor());
    }
    if (!options.wait || stackId === undefined) return;
    const feed = openChangeFeed(url);
    try {
      await awaitStack(db, {
        slug,
        stackId,
        feed,
        after,
        timeoutMs: options.timeout * 1000,
        onOperation: ({ kind, target, startedAt, endedAt, failed }) => {
          const name = operationWords(kind, target);
          if (endedAt === null) out.steps.begin(name);
          else out.steps.end(name, failed ? "failed" : "done", endedAt.getTime() - startedAt.getTime());
        },
        onTimeout: (why) => failure("teardown_timeout", { slug, seconds: options.timeout, why }),
      });
    } finally {
      await feed.stop();
    }
  });
  const status = options.purge ? (options.wait ? "purged" : "purging") : "closed";
  out.result({ slug, status, durationMs: Math.round(performance.now()), steps: out.steps.finished }, () => [
    options.purge
      ? options.wait
        ? `“${slug}” is gone, with all its data.`
        : `“${slug}” is being purged.`
      : `“${slug}” is closed. Its data is kept for ${graceDays} days; ./freehold onboard ${slug} brings it back.`,
  ]);
  return undefined;
}

/** @throws confirmation_mismatch */
async function confirmPurge(slug: string): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // While a line is typed the terminal hands Ctrl-C to readline, not to the process.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    const closed = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    const question = `This deletes everything “${slug}” has, for good. Type ${slug} to confirm: `;
    const typed = await Promise.race([lines.question(question), closed]);
    if (typed.trim() !== slug) throw failure("confirmation_mismatch", { slug });
  } finally {
    lines.close();
  }
}
