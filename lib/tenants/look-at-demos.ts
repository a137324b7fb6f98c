import type { Prisma, Tx } from "../db/client.ts";
import { readSetting } from "./read-setting.ts";

/**
 * Demos that count for how many there may be at once: also those that are just being removed, as they
 * take their room until then; not what cannot be removed, which is an admin's to look at.
 */
export const demosThatCount = {
  kind: "demo",
  tenantId: null,
  NOT: { purgeConfirmedAt: { not: null }, phase: "failed" },
} as const satisfies Prisma.StackWhereInput;

/** What a visitor can be promised before they ask. */
export interface DemoOutlook {
  readonly state: "open" | "full" | "off";
  readonly lifetimeMinutes: number;
}

export async function lookAtDemos(db: Tx): Promise<DemoOutlook> {
  const [{ enabled, atOnce, lifetimeMinutes }, running] = await Promise.all([
    readSetting(db, "demo"),
    db.stack.count({ where: demosThatCount }),
  ]);
  return { state: !enabled ? "off" : running >= atOnce ? "full" : "open", lifetimeMinutes };
}
