import type { Db } from "../../db/client.ts";
import { parseSlug } from "../../domain/slug.ts";
import { isMadeAheadName } from "../../domain/stack-names.ts";
import { failure } from "../../errors.ts";
import { getSpare, type SpareDetail } from "../../tenants/get-spare.ts";
import { getTenant, type TenantDetail } from "../../tenants/get-tenant.ts";
import type { Context } from "../context.ts";
import { formatAge } from "../duration.ts";
import { requireSettings, withDatabase } from "../installation.ts";
import type { Output } from "../output.ts";
import { measureServices, stackLines, timeAgo } from "../stack-lines.ts";
import { statusPaint } from "../status-paint.ts";

/** @param name a client's slug, or the name of a stack that was made ahead */
export async function status(context: Context, name: string): Promise<undefined> {
  const { port } = requireSettings(context.home);
  const { found, endpoint } = await withDatabase(context, async (db) => {
    const detail = isMadeAheadName(name)
      ? await ofStack(db, name, port)
      : { tenant: await getTenant(db, parseSlug(name), port) };
    const { engine: id } = "tenant" in detail ? detail.tenant : detail.spare;
    const engine = id && (await db.engine.findUnique({ where: { id }, select: { endpoint: true } }));
    return { found: detail, endpoint: engine ? engine.endpoint : null };
  });
  const { out } = context;
  const shown = "tenant" in found ? found.tenant : found.spare;
  const services = await measureServices(shown.serviceList, endpoint, (why) => out.say(why));
  const { serviceList: _, ...known } = shown;
  context.out.result({ ...known, services }, () => [
    ...("tenant" in found ? describeTenant(out, found.tenant) : describeSpare(out, found.spare)),
    ...stackLines(out, services, shown.operations),
  ]);
  return undefined;
}

/** Whose it is now may have come long after its name. */
async function ofStack(db: Db, name: string, port: number): Promise<{ tenant: TenantDetail } | { spare: SpareDetail }> {
  const spare = await getSpare(db, name, port);
  if (spare) return { spare };
  const stack = await db.stack.findUnique({ where: { name }, select: { tenant: { select: { slug: true } } } });
  if (!stack?.tenant) throw failure("stack_unknown", { stack: name });
  return { tenant: await getTenant(db, stack.tenant.slug, port) };
}

function describeTenant({ colours }: Output, tenant: TenantDetail): string[] {
  const lines = [
    `${colours.bold(tenant.name)}  ${statusPaint(colours, tenant.status)(tenant.status)}`,
    "",
    `  Site      ${tenant.url}`,
    `  Wanted    ${tenant.intent}${tenant.intentReason ? ` (${tenant.intentReason})` : ""}, by ${tenant.intentActor}, ${timeAgo(tenant.intentAt)}`,
    `  Seen      ${timeAgo(tenant.observedAt)}`,
    `  Stack     ${tenant.stack ?? "–"} on ${tenant.engine ?? "–"} (${tenant.region}), release ${tenant.release ?? "–"}`,
    `  Network   ${tenant.subnet ?? "–"}`,
    ...(tenant.purgeAt ? [`  Purge     ${tenant.purgeAt.toISOString()}`] : []),
  ];
  if (tenant.problem) lines.push("", `  ${colours.red(tenant.problem.message)}`, `  ${tenant.problem.remedy}`);
  return lines;
}

const kinds = { pool: "waits for a demo or a client", demo: "a visitor's demo" } as const;

function describeSpare({ colours }: Output, spare: SpareDetail): string[] {
  const endsIn = spare.expiresAt && formatAge(Math.max(0, spare.expiresAt.getTime() - Date.now()));
  const lines = [
    `${colours.bold(spare.name)}  ${spare.state}`,
    "",
    `  Is        ${kinds[spare.kind]}`,
    ...(spare.url ? [`  Site      ${spare.url}`] : []),
    ...(endsIn ? [`  Ends      in ${endsIn}`] : []),
    ...(spare.keptFor ? [`  Kept for  ${spare.keptFor}`] : []),
    `  Seen      ${timeAgo(spare.observedAt)}`,
    `  Stack     on ${spare.engine}, release ${spare.release}, made ${timeAgo(spare.createdAt)}`,
    `  Network   ${spare.subnet ?? "–"}`,
  ];
  if (spare.problem) lines.push("", `  ${colours.red(spare.problem)}`);
  return lines;
}
