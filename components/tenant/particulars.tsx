import type { ReactNode } from "react";
import { placeWords } from "@/components/fleet/place-words.ts";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { moment } from "@/components/ui/time.ts";
import type { TenantDetail } from "@/lib/tenants/get-tenant.ts";

const code = (text: string): ReactNode => <code className="font-mono text-[0.875rem]">{text}</code>;

/** The entry in the land register. */
export function Particulars({ tenant }: { tenant: TenantDetail }) {
  const entries: [string, ReactNode][] = [
    ["Owner", tenant.ownerEmail ?? "Nobody named"],
    ["Region / engine", placeWords(tenant)],
    ["Release", tenant.release ? code(tenant.release.slice(0, 12)) : "–"],
    ["Network", tenant.subnet ? code(tenant.subnet) : "None"],
    ["Since", moment(tenant.createdAt)],
    ["First answered", tenant.readyAt ? moment(tenant.readyAt) : "Not yet"],
    ["Last looked at", tenant.observedAt ? moment(tenant.observedAt) : "Not yet"],
    ["Intent", `${tenant.intent}, by ${tenant.intentActor}`],
    ...(tenant.intentReason ? ([["Reason", tenant.intentReason]] satisfies [string, ReactNode][]) : []),
    ...(tenant.purgeAt ? ([["Purged after", moment(tenant.purgeAt)]] satisfies [string, ReactNode][]) : []),
  ];
  return <DescriptionList entries={entries} />;
}
