import type { Metadata } from "next";
import { ActivityList } from "@/components/tenant/activity-list.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { tenantPage } from "@/lib/auth/with-tenant.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { readActivity } from "@/lib/tenants/read-activity.ts";
import { TenantShell } from "../tenant-shell.tsx";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export const metadata: Metadata = { title: "Activity" };

const pageSize = 25;

export default tenantPage<Props>("tenant.read", async (context, { searchParams }) => {
  const asked = Number((await searchParams).page);
  const page = Number.isInteger(asked) && asked > 1 && asked <= 10_000 ? asked - 1 : 0;
  const reader = { as: "member", email: context.session.user.email } as const;
  const { entries, total } = await readActivity(portalDb(), context, page, pageSize, reader);
  const href = (to: number): string => `/t/${context.slug}/activity${to > 0 ? `?page=${to + 1}` : ""}`;
  return (
    <TenantShell context={context}>
      {() => (
        <>
          <h2 className="mb-4 text-2xl">What was done</h2>
          {entries.length === 0 ? (
            <EmptyState
              title={page > 0 ? "There is no such page" : "Nothing was done yet"}
              action={
                page > 0 && (
                  <a href={href(0)} className="link">
                    Back to the newest
                  </a>
                )
              }
            >
              What you, your colleagues and we do about your CMS will be told here.
            </EmptyState>
          ) : (
            <>
              <ActivityList entries={entries} className="mb-6" />
              <Pager page={page} pageSize={pageSize} total={total} href={href} />
            </>
          )}
        </>
      )}
    </TenantShell>
  );
});
