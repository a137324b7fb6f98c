import { connectEngine } from "../../docker/connect.ts";
import { readUsage } from "../../docker/read-usage.ts";
import { parseSlug } from "../../domain/slug.ts";
import { FreeholdError } from "../../errors.ts";
import { getTenant, type TenantDetail, type TenantService } from "../../tenants/get-tenant.ts";
import { formatBytes } from "../bytes.ts";
import type { Context } from "../context.ts";
import { formatAge, formatDuration } from "../duration.ts";
import { requireSettings, withDatabase } from "../installation.ts";
import { operationWords } from "../onboard/operation-words.ts";
import type { Output } from "../output.ts";
import { statusPaint } from "../status-paint.ts";

const operationsShown = 10;

interface MeasuredService extends TenantService {
  /** Bytes; null when it does not run or the engine does not answer. */
  readonly memory: number | null;
}

export async function status(context: Context, slugText: string): Promise<undefined> {
  const slug = parseSlug(slugText);
  const { port } = requireSettings(context.home);
  const { tenant, endpoint } = await withDatabase(context, async (db) => {
    const found = await getTenant(db, slug, port);
    const engine =
      found.engine && (await db.engine.findUnique({ where: { id: found.engine }, select: { endpoint: true } }));
    return { tenant: found, endpoint: engine ? engine.endpoint : null };
  });
  const services = await measure(tenant, endpoint, (why) => context.out.say(why));
  const { serviceList: _, services: __, ...known } = tenant;
  context.out.result({ ...known, services }, () => describe(context.out, tenant, services));
  return undefined;
}

/** Status is read from the database; memory is all that needs the engine, and may be missing. */
async function measure(
  tenant: TenantDetail,
  endpoint: string | null,
  say: (text: string) => void,
): Promise<MeasuredService[]> {
  const { serviceList } = tenant;
  if (endpoint === null) return serviceList.map((service) => ({ ...service, memory: null }));
  const engine = connectEngine(endpoint);
  try {
    return await Promise.all(
      serviceList.map(async (service) => ({
        ...service,
        memory:
          service.containerId === null ? null : ((await readUsage(engine, service.containerId))?.memoryBytes ?? null),
      })),
    );
  } catch (error) {
    if (!(error instanceof FreeholdError)) throw error;
    say(`Memory is unknown: ${error.message}`);
    return serviceList.map((service) => ({ ...service, memory: null }));
  }
}

function describe(out: Output, tenant: TenantDetail, services: readonly MeasuredService[]): string[] {
  const { bold, dim } = out.colours;
  const now = Date.now();
  const ago = (time: Date | null): string => (time === null ? "never" : `${formatAge(now - time.getTime())} ago`);
  const lines = [
    `${bold(tenant.name)}  ${statusPaint(out.colours, tenant.status)(tenant.status)}`,
    "",
    `  Site      ${tenant.url}`,
    `  Wanted    ${tenant.intent}${tenant.intentReason ? ` (${tenant.intentReason})` : ""}, by ${tenant.intentActor}, ${ago(tenant.intentAt)}`,
    `  Seen      ${ago(tenant.observedAt)}`,
    `  Stack     ${tenant.stack ?? "–"} on ${tenant.engine ?? "–"} (${tenant.region}), release ${tenant.release ?? "–"}`,
    `  Network   ${tenant.subnet ?? "–"}`,
    ...(tenant.purgeAt ? [`  Purge     ${tenant.purgeAt.toISOString()}`] : []),
  ];
  if (tenant.problem) lines.push("", `  ${out.colours.red(tenant.problem.message)}`, `  ${tenant.problem.remedy}`);
  const table = out.table<MeasuredService>(
    [
      { title: "SERVICE", text: (row) => row.name },
      { title: "STATE", text: (row) => row.state ?? "unknown" },
      { title: "ADDRESS", text: (row) => row.address ?? "–" },
      { title: "MEMORY", text: (row) => (row.memory === null ? "–" : formatBytes(row.memory)), align: "right" },
      { title: "CONTAINER", text: (row) => row.containerId?.slice(0, 12) ?? "–" },
    ],
    services,
  );
  lines.push("", ...table);
  const operations = tenant.operations.slice(0, operationsShown);
  if (operations.length > 0) lines.push("", dim("LAST OPERATIONS"));
  for (const { kind, target, cause, startedAt, endedAt, errorCode } of operations) {
    const took = endedAt === null ? "running" : formatDuration(endedAt.getTime() - startedAt.getTime());
    const failed = errorCode === null ? "" : `  ${out.colours.red(errorCode)}`;
    lines.push(
      `${startedAt.toISOString().slice(0, 19)}Z  ${took.padStart(8)}  ${operationWords(kind, target)}: ${cause}${failed}`,
    );
  }
  return lines;
}
