import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { stackServices } from "../db/restart-requests.ts";
import { wakeWorker } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/**
 * Asks the worker to start one service of a running tenant anew, or all of them.
 * @param service `db`, `api`, `web`; null for all
 * @throws tenant_unknown, tenant_not_running, service_unknown
 */
export async function restartTenant(db: Db, slug: string, service: string | null, actor: Actor): Promise<void> {
  if (service !== null && !(stackServices as readonly string[]).includes(service))
    throw failure("service_unknown", { service, known: stackServices.join(", ") });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tenants WHERE slug = ${slug} FOR UPDATE`;
    const tenant = await tx.tenant.findUnique({
      where: { slug },
      select: { intent: true, stacks: { where: { isCurrent: true }, select: { id: true } } },
    });
    const stack = tenant?.stacks[0];
    if (!tenant || !stack) throw failure("tenant_unknown", { slug });
    if (tenant.intent !== "running") throw failure("tenant_not_running", { slug, status: tenant.intent });
    await tx.restartRequest.create({ data: { stackId: stack.id, service, requestedBy: actor.name } });
    await tx.stack.update({
      where: { id: stack.id },
      data: { generation: { increment: 1 }, phase: "converging", attempts: 0, notBefore: new Date() },
    });
    await wakeWorker(tx, stack.id);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "tenant.restart-requested",
      subject: `tenant:${slug}`,
      details: { service: service ?? "all" },
    });
  });
}
