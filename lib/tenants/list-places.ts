import type { Tx } from "../db/client.ts";

/** What the fleet can be narrowed by. */
export interface Places {
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  /** The newest first. */
  readonly releases: readonly string[];
}

/** More than a list to choose from can hold. */
const mostReleases = 50;

export async function listPlaces(db: Tx): Promise<Places> {
  const [regions, releases] = await Promise.all([
    db.region.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } }),
    db.release.findMany({ select: { id: true }, orderBy: { createdAt: "desc" }, take: mostReleases }),
  ]);
  return { regions, releases: releases.map(({ id }) => id) };
}
