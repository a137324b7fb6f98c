import type { ReactNode } from "react";
import { type LinkTab, LinkTabs } from "@/components/ui/link-tabs.tsx";
import { SiteLink } from "@/components/ui/site-link.tsx";
import type { TenantStatus } from "@/lib/domain/status.ts";
import { LiveStatus, LiveStatusLabel } from "./live-status.tsx";

/** A tenant's pages, as its members see them. */
export const tenantTabs = (slug: string): readonly LinkTab[] => [
  { href: `/t/${slug}`, name: "Overview" },
  { href: `/t/${slug}/activity`, name: "Activity" },
  { href: `/t/${slug}/logs`, name: "Logs" },
  { href: `/t/${slug}/metrics`, name: "Metrics" },
  { href: `/t/${slug}/members`, name: "Members" },
  { href: `/t/${slug}/settings`, name: "Settings" },
];

interface TenantFrameProps {
  slug: string;
  name: string;
  status: TenantStatus;
  url?: string;
  /** Those of `tenantTabs` this member may see; all of them unless said. */
  tabs?: readonly LinkTab[];
  /** A `Notice` over the page: suspended, closed with a countdown. */
  notice?: ReactNode;
  /** At the end of the name's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The head of every page of one tenant: whose it is, how it fares, and the pages beside this one. */
export function TenantFrame({
  slug,
  name,
  status,
  url,
  tabs = tenantTabs(slug),
  notice,
  actions,
  children,
}: TenantFrameProps) {
  return (
    <LiveStatus status={status}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-4xl wrap-anywhere sm:text-6xl">{name}</h1>
          <p className="mt-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-lg">
            <LiveStatusLabel />
            {url && <SiteLink url={url} />}
          </p>
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </div>
      {notice && <div className="mb-6">{notice}</div>}
      <LinkTabs label={name} tabs={tabs} className="mb-8" />
      {children}
    </LiveStatus>
  );
}
