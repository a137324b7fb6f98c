import type { ReactNode } from "react";
import { moment } from "@/components/ui/time.ts";
import type { TenantDetail } from "@/lib/tenants/get-tenant.ts";

const code = (text: string): ReactNode => <code className="font-mono text-[0.875rem]">{text}</code>;

/** The entry in the land register. */
export function Particulars({ tenant }: { tenant: TenantDetail }) {
  const entries: [string, ReactNode][] = [
    ["Owner", tenant.ownerEmail ?? "Nobody named"],
    ["Region / engine", `${tenant.region} / ${tenant.engine ?? "–"}`],
    ["Release", tenant.release ? code(tenant.release.slice(0, 12)) : "–"],
    ["Network", tenant.subnet ? code(tenant.subnet) : "None"],
    ["Since", moment(tenant.createdAt)],
    ["First answered", tenant.readyAt ? moment(tenant.readyAt) : "Not yet"],
    ["Last looked at", tenant.observedAt ? moment(tenant.observedAt) : "Not yet"],
    ["Intent", `${tenant.intent}, by ${tenant.intentActor}`],
    ...(tenant.intentReason ? ([["Reason", tenant.intentReason]] satisfies [string, ReactNode][]) : []),
    ...(tenant.purgeAt ? ([["Purged after", moment(tenant.purgeAt)]] satisfies [string, ReactNode][]) : []),
  ];
  return (
    <dl className="grid border-t border-rule sm:grid-cols-2 sm:gap-x-12 lg:grid-cols-3">
      {entries.map(([name, value]) => (
        <div key={name} className="border-b border-rule py-3">
          <dt className="caption">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
