import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { duration, moment } from "@/components/ui/time.ts";
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
  const { entries, total } = await readActivity(portalDb(), context, page, pageSize, context.session.user.email);
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
              <ol className="mb-6 border-t border-rule">
                {entries.map(({ key, at, who, text, detail, durationMs }) => (
                  <li key={key} className="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[1fr_auto]">
                    <span className="wrap-anywhere">
                      <span className="font-medium">{who}</span> {text}
                      {detail && <span className="block text-ink-muted">{detail}</span>}
                    </span>
                    <span className="caption self-start tabular-nums sm:text-right">
                      <time dateTime={at.toISOString()}>{moment(at)}</time>
                      {durationMs !== null && `, in ${duration(durationMs)}`}
                    </span>
                  </li>
                ))}
              </ol>
              <Pager page={page} pageSize={pageSize} total={total} href={href} />
            </>
          )}
        </>
      )}
    </TenantShell>
  );
});
