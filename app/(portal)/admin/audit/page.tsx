import type { Metadata } from "next";
import { AuditFilterForm } from "@/components/audit/audit-filter-form.tsx";
import { auditHref, parseAuditSearch } from "@/components/audit/audit-params.ts";
import { AuditTable } from "@/components/audit/audit-table.tsx";
import { VerifyChain } from "@/components/audit/verify-chain.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { listAuditActions, searchAudit } from "@/lib/tenants/search-audit.ts";

export const metadata: Metadata = { title: "Audit log" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default adminPage<Props>("audit.read", async (_session, { searchParams }) => {
  const search = parseAuditSearch(await searchParams);
  const [page, actions] = await Promise.all([searchAudit(portalDb(), search), listAuditActions(portalDb())]);
  return (
    <>
      <PageHeader
        title="Audit log"
        subtitle="Everything that was done, by whom and why. Each event carries the hash of the one before, so that nothing can be changed later without showing."
      />
      <VerifyChain />
      <AuditFilterForm search={search} actions={actions} />
      {page.events.length === 0 ? (
        <EmptyState
          title="No event matches"
          action={
            <ButtonLink href="/admin/audit" variant="secondary">
              Show all
            </ButtonLink>
          }
        >
          Nothing like that was done, or not in that time.
        </EmptyState>
      ) : (
        <>
          <AuditTable events={page.events} />
          <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <p className="caption tabular-nums">
              Events {page.events.at(-1)?.seq.toLocaleString("en")} to {page.events[0]?.seq.toLocaleString("en")}
            </p>
            <div className="flex items-center gap-2">
              {page.hasNewer && (
                <ButtonLink
                  href={auditHref(search, { side: "newer", than: page.events[0]?.seq ?? 0 })}
                  variant="secondary"
                  size="small"
                >
                  Newer
                </ButtonLink>
              )}
              {page.hasOlder && (
                <ButtonLink
                  href={auditHref(search, { side: "older", than: page.events.at(-1)?.seq ?? 0 })}
                  variant="secondary"
                  size="small"
                >
                  Older
                </ButtonLink>
              )}
            </div>
          </nav>
        </>
      )}
    </>
  );
});
