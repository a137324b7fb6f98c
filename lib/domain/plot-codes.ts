import type { Brand } from "./brand.ts";
import { type TenantStatus, tenantStatuses } from "./status.ts";

/** The fleet as text, one character per tenant: ten thousand of them are 10 kB. */
export type PlotCodes = Brand<string, "PlotCodes">;

export const plotCodes: Readonly<Record<TenantStatus, string>> = {
  provisioning: "p",
  running: "r",
  repairing: "m",
  failed: "f",
  unknown: "u",
  hibernated: "h",
  suspended: "s",
  closed: "c",
  purging: "d",
  purged: "x",
};

const byCode = new Map(tenantStatuses.map((status) => [plotCodes[status], status]));

/** The status at one place of the survey; undefined outside it. */
export const statusAt = (plots: PlotCodes, index: number): TenantStatus | undefined => byCode.get(plots[index] ?? "");

/** How many tenants are in each status, in the order of the statuses, without zeros. */
export function countPlots(plots: PlotCodes): { readonly status: TenantStatus; readonly count: number }[] {
  const counts = new Map<TenantStatus, number>();
  for (const code of plots) {
    const status = byCode.get(code);
    if (status) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return tenantStatuses.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status, count }];
  });
}
