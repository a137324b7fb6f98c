import type { ReactNode } from "react";
import { EnterCms } from "@/components/client/enter-cms.tsx";
import { ClientShell } from "@/components/client/shell.tsx";
import { TenantFrame, tenantTabs } from "@/components/client/tenant-frame.tsx";
import { LeaveViewing } from "@/components/portal/leave-viewing.tsx";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Banner, Notice } from "@/components/ui/notice.tsx";
import { age, moment } from "@/components/ui/time.ts";
import type { TenantContext } from "@/lib/auth/with-tenant.ts";
import { isOpenToVisitors } from "@/lib/domain/status.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { readOverview, type TenantOverview } from "@/lib/tenants/read-overview.ts";
import { readWorkerBeat } from "@/lib/tenants/read-worker-beat.ts";
import { leaveViewing } from "../../../(portal)/admin/tenants/[slug]/actions.ts";
import { enterCms } from "./actions.ts";

interface TenantShellProps {
  context: TenantContext;
  /** Built with what the frame had to read anyway. */
  children: (overview: TenantOverview) => ReactNode;
}

/** The frame of every page of one tenant: its name, the ways in, its pages, and what holds for all of them. */
export async function TenantShell({ context, children }: TenantShellProps) {
  const { slug, name, session, may, isViewing } = context;
  const [overview, worker] = await Promise.all([
    readOverview(portalDb(), context.tenantId, edgePort()),
    readWorkerBeat(portalDb()),
  ]);
  const { status, url } = overview.row;
  const isOpen = isOpenToVisitors(status);
  const tabs = tenantTabs(slug).filter(({ href }) => !href.endsWith("/logs") || may("logs.read"));
  return (
    <ClientShell email={session.user.email} banner={isViewing && <ViewingBanner context={context} />}>
      <TenantFrame
        slug={slug}
        name={name}
        status={status}
        url={url}
        tabs={tabs}
        notice={<Notices context={context} workerIsAway={worker.isAway} lastBeatAt={worker.lastBeatAt} />}
        actions={
          isOpen && (
            <>
              <a href={url} className={buttonStyle({ variant: "secondary" })}>
                Open your site
              </a>
              {may("cms.enter") && !isViewing && <EnterCms slug={slug} enter={enterCms} />}
            </>
          )
        }
      >
        {children(overview)}
      </TenantFrame>
    </ClientShell>
  );
}

function ViewingBanner({ context: { name, session } }: { context: TenantContext }) {
  return (
    <Banner tone="warn" action={<LeaveViewing leave={leaveViewing} />}>
      You see {name} as its clients do, until {session.viewing && moment(session.viewing.until)}. It is in the audit
      trail; you can change nothing here.
    </Banner>
  );
}

interface NoticesProps {
  context: TenantContext;
  workerIsAway: boolean;
  lastBeatAt: Date | null;
}

function Notices({ context: { intent, intentReason, purgeAt, slug, may }, workerIsAway, lastBeatAt }: NoticesProps) {
  return (
    <div className="grid gap-3 empty:hidden">
      {intent === "suspended" && (
        <Notice tone="warn" title="Your site is suspended">
          <p>{intentReason ?? "Nobody noted a reason."}</p>
          <p>
            Visitors see a page that says so, and the CMS is shut. All your content is kept. Answer any mail you had
            from us to sort it out.
          </p>
        </Notice>
      )}
      {intent === "closed" && (
        <Notice
          tone="warn"
          title={
            purgeAt
              ? `This account is closed; its data is deleted in ${age(new Date(), purgeAt)}`
              : "This account is closed"
          }
          action={
            may("tenant.close") && (
              <a href={`/t/${slug}/settings#danger`} className={buttonStyle({ variant: "secondary", size: "small" })}>
                Take the closing back
              </a>
            )
          }
        >
          {purgeAt && <p>Everything is kept until {moment(purgeAt)}. After that it is deleted.</p>}
        </Notice>
      )}
      {workerIsAway && (
        <Notice tone="warn" title="What you see here may be old">
          <p>
            The part of Freehold that looks after your CMS{" "}
            {lastBeatAt ? `was last heard of ${moment(lastBeatAt)}` : "has not started yet"}. Your site goes on
            answering; changes wait until it is back.
          </p>
        </Notice>
      )}
    </div>
  );
}
