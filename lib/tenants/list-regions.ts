import type { Tx } from "../db/client.ts";

export interface RegionChoice {
  readonly id: string;
  readonly name: string;
  readonly baseDomain: string;
  readonly isDefault: boolean;
}

/** Where a new site can be, the default first. */
export const listRegions = (db: Tx): Promise<RegionChoice[]> =>
  db.region.findMany({
    select: { id: true, name: true, baseDomain: true, isDefault: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
  });
