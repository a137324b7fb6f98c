import type { Db } from "../db/client.ts";
import { siteUrl } from "../domain/site-url.ts";
import { readyMail } from "../mail/application-mails.ts";
import { mailMembers } from "./mail-members.ts";
import type { Places } from "./start-application.ts";

/** As many as are told in one go; the rest follows a moment later. */
const atOnce = 50;

/**
 * Mails those whose application became a CMS that is set up by now: made, or handed over, and seen
 * answering. Each once, whatever happens to the worker in between: whoever notes it sends.
 * @returns the slugs of those that were told
 */
export async function tellReady(db: Db, places: Places): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM applications a
    JOIN tenants t ON t.id = a.tenant_id
    JOIN stacks s ON s.tenant_id = t.id AND s.is_current
    WHERE a.ready_told_at IS NULL AND a.tenant_id IS NOT NULL
      AND t.intent = 'running' AND s.ready_at IS NOT NULL
      AND s.phase = 'settled' AND s.settled_generation >= s.generation
    ORDER BY a.id LIMIT ${atOnce}`;
  const told: string[] = [];
  for (const { id } of due) {
    const slug = await tell(db, id, places);
    if (slug !== null) told.push(slug);
  }
  return told;
}

async function tell(db: Db, id: string, { portalUrl, edgePort }: Places): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { id, readyToldAt: null },
      data: { readyToldAt: new Date() },
    });
    if (count === 0) return null;
    const { tenant } = await tx.application.findUniqueOrThrow({
      where: { id },
      select: { tenant: { include: { region: true } } },
    });
    if (tenant === null) return null;
    const mail = readyMail({
      companyName: tenant.name,
      siteUrl: siteUrl(tenant.slug, tenant.region.baseDomain, edgePort),
      url: `${portalUrl}/t/${tenant.slug}`,
    });
    await mailMembers(tx, tenant.id, ["owner"], "cms-ready", mail);
    return tenant.slug;
  });
}
