import { parseSlug } from "../../domain/slug.ts";
import { failure } from "../../errors.ts";
import { suspendTenant } from "../../tenants/suspend-tenant.ts";
import { cliActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

export async function suspend(context: Context, text: string, { reason }: { reason: string }): Promise<undefined> {
  const slug = parseSlug(text);
  if (reason.trim() === "") throw failure("usage", { why: "A suspension needs a reason, which its visitors read." });
  await withDatabase(context, (db) => suspendTenant(db, slug, reason, cliActor()));
  context.out.result({ slug, status: "suspended", reason }, () => [
    `“${slug}” is suspended; its visitors read the reason. ./freehold resume ${slug} brings it back.`,
  ]);
  return undefined;
}
