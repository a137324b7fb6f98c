import type { Tx } from "../db/client.ts";
import { readSetting } from "./read-setting.ts";

/** What a visitor can be promised before they ask. */
export interface DemoOutlook {
  readonly state: "open" | "full" | "off";
  readonly lifetimeMinutes: number;
}

export async function lookAtDemos(db: Tx): Promise<DemoOutlook> {
  const [{ enabled, atOnce, lifetimeMinutes }, running] = await Promise.all([
    readSetting(db, "demo"),
    db.stack.count({ where: { kind: "demo", tenantId: null } }),
  ]);
  return { state: !enabled ? "off" : running >= atOnce ? "full" : "open", lifetimeMinutes };
}
