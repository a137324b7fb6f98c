import { siteUrl } from "../domain/site-url.ts";
import { portalDb } from "./database.ts";
import { orWhileAway } from "./or-while-away.ts";
import { edgePort } from "./settings.ts";

/** Regions are added by hand, and seldom. Milliseconds. */
const keepMs = 60_000;

let known: { readonly origins: readonly string[]; readonly until: number } | null = null;

/** Where stacks answer, one pattern a region: `http://*.localhost:8080`. Nothing while the database is away. */
export async function siteOrigins(now = Date.now()): Promise<readonly string[]> {
  if (known && now < known.until) return known.origins;
  const regions = await orWhileAway(() => portalDb().region.findMany({ select: { baseDomain: true } }), null);
  if (regions === null) return known?.origins ?? [];
  const origins = regions.map(({ baseDomain }) => siteUrl("*", baseDomain, edgePort()));
  known = { origins, until: now + keepMs };
  return origins;
}
