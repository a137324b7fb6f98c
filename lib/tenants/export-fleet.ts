import type { Tx } from "../db/client.ts";
import { csvLine } from "../domain/csv-line.ts";
import type { FleetSearch } from "../domain/fleet-search.ts";
import { fleetInclude, toFleetRow } from "./fleet-row.ts";
import { listMatching } from "./list-matching.ts";

const batch = 500;

const head = [
  "slug",
  "name",
  "status",
  "intent",
  "reason",
  "owner",
  "url",
  "region",
  "engine",
  "release",
  "created",
  "first_answered",
  "problem",
];

/**
 * A search of the fleet as CSV, a part at a time, in the order of the page.
 * @param port the edge's port, part of each URL
 */
export async function* exportFleet(db: Tx, search: FleetSearch, port: number): AsyncGenerator<string> {
  const now = new Date();
  const slugs = await listMatching(db, search, now);
  yield csvLine(head);
  for (let at = 0; at < slugs.length; at += batch) {
    const part = slugs.slice(at, at + batch);
    const tenants = await db.tenant.findMany({ where: { slug: { in: part } }, include: fleetInclude });
    const bySlug = new Map(tenants.map((tenant) => [tenant.slug, tenant]));
    yield part
      .flatMap((slug) => bySlug.get(slug) ?? [])
      .map((tenant) => {
        const row = toFleetRow(tenant, port, now);
        return csvLine([
          row.slug,
          row.name,
          row.status,
          tenant.intent,
          tenant.intentReason,
          tenant.ownerEmail,
          row.url,
          row.region,
          row.engine,
          row.release,
          row.createdAt,
          row.readyAt,
          row.problem?.message ?? null,
        ]);
      })
      .join("");
  }
}
