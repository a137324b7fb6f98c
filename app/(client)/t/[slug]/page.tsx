import { Check } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { bytes, cores, count } from "@/components/client/amounts.ts";
import { Provisioning } from "@/components/client/provisioning.tsx";
import { RefreshEvery } from "@/components/client/refresh-every.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Section } from "@/components/ui/section.tsx";
import { SiteLink } from "@/components/ui/site-link.tsx";
import { StaleBadge } from "@/components/ui/stale-badge.tsx";
import { moment } from "@/components/ui/time.ts";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { tenantPage } from "@/lib/auth/with-tenant.ts";
import { clientHealth } from "@/lib/domain/client-health.ts";
import { isOpenToVisitors, observationLeaseMs, type TenantStatus } from "@/lib/domain/status.ts";
import { portalDb } from "@/lib/portal/database.ts";
import type { TenantOverview } from "@/lib/tenants/read-overview.ts";
import { readProvisioning } from "@/lib/tenants/read-provisioning.ts";
import { enterCms } from "./actions.ts";
import { TenantShell } from "./tenant-shell.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).slug };
}

/** A sample older than this says nothing about now. Milliseconds. */
const usageFreshMs = 5 * 60_000;

export default tenantPage<Props>("tenant.read", async (context) => {
  const progress = await readProvisioning(portalDb(), context.tenantId);
  return (
    <TenantShell context={context}>
      {(overview) =>
        progress && overview.row.readyAt === null && context.intent === "running" ? (
          <Provisioning
            slug={context.slug}
            siteUrl={overview.row.url}
            first={progress}
            since={overview.row.createdAt}
            enter={enterCms}
          />
        ) : (
          <Overview overview={overview} slug={context.slug} />
        )
      }
    </TenantShell>
  );
});

function Overview({ overview, slug }: { overview: TenantOverview; slug: string }) {
  const { row, usage } = overview;
  const health = clientHealth[row.status];
  const isOpen = isOpenToVisitors(row.status);
  const isStale = row.observedAt === null || Date.now() - row.observedAt.getTime() > observationLeaseMs;
  return (
    <>
      <RefreshEvery seconds={30} />
      <Section id="health" title="How it fares" className="mt-0">
        {health && <p className="mb-4 max-w-prose text-lg">{health}</p>}
        <DescriptionList
          className={isOpen ? "lg:grid-cols-4" : ""}
          entries={[
            ["Your site", <SiteLink key="site" url={row.url} />],
            ...(isOpen ? ([["Your CMS", <SiteLink key="cms" url={`${row.url}/admin`} />]] as const) : []),
            ["Here since", moment(row.createdAt)],
            [
              "Last looked at",
              isStale ? (
                <StaleBadge key="stale" since={row.observedAt} />
              ) : (
                <TimeAgo key="seen" at={row.observedAt ?? row.createdAt} />
              ),
            ],
          ]}
        />
      </Section>
      <Section
        id="usage"
        title="What it uses"
        actions={usage && Date.now() - usage.at.getTime() > usageFreshMs ? <StaleBadge since={usage.at} /> : undefined}
      >
        {usage === null ? (
          <p className="text-ink-muted">Nothing was measured yet; the first figures come within two minutes.</p>
        ) : (
          <DescriptionList
            className="lg:grid-cols-4"
            entries={[
              ["Processor, of one core", cores(usage.cpu)],
              ["Memory", bytes(usage.memoryBytes)],
              ["Database", bytes(usage.diskBytes ?? overview.facts?.databaseBytes ?? null)],
              ["Requests within 24 hours", count(usage.requestsToday)],
            ]}
          />
        )}
      </Section>
      <FirstSteps overview={overview} slug={slug} />
    </>
  );
}

function FirstSteps({
  overview: { row, facts, factsAt, hasInvited },
  slug,
}: {
  overview: TenantOverview;
  slug: string;
}) {
  const steps: { text: string; done: boolean | null; href?: string }[] = [
    { text: "Sign in to your CMS", done: facts === null ? null : facts.signedInAt !== null },
    { text: "Give your site its name", done: facts?.siteNamed ?? null },
    { text: "Publish a page", done: facts === null ? null : facts.published > 0 },
    { text: "Invite somebody", done: hasInvited, href: `/t/${slug}/members` },
  ];
  if (steps.every(({ done }) => done)) return null;
  return (
    <Section
      id="first-steps"
      title="First steps"
      subtitle={howFarItIsKnown(row.status, facts === null ? null : factsAt)}
    >
      <ol className="border-t border-rule">
        {steps.map(({ text, done, href }) => (
          <li key={text} className="flex items-center gap-3 border-b border-rule py-3">
            <StepMark done={done} />
            <span className={done ? "text-ink-muted" : ""}>
              {href && !done ? (
                <Link href={href} prefetch={false} className="link">
                  {text}
                </Link>
              ) : (
                text
              )}
              <span className="sr-only">{done === null ? ", not known" : done ? ", done" : ", still to do"}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** @param done null while nobody can say */
function StepMark({ done }: { done: boolean | null }) {
  const look = done === null ? "border-dashed border-rule-strong" : done ? "border-ok text-ok" : "border-rule-strong";
  return (
    <span aria-hidden="true" className={`grid size-5 shrink-0 place-items-center rounded-full border ${look}`}>
      {done && <Check strokeWidth={2} className="size-3.5" />}
    </span>
  );
}

/** A CMS that is stopped cannot be asked; what it said last is shown, with when that was. */
function howFarItIsKnown(status: TenantStatus, toldAt: Date | null): ReactNode {
  if (isOpenToVisitors(status)) return toldAt === null ? "Your CMS has not said yet how far you are." : undefined;
  if (toldAt === null) return "Your CMS cannot be asked at the moment how far you are.";
  return (
    <>
      As your CMS told it <TimeAgo at={toldAt} />; it cannot be asked at the moment.
    </>
  );
}
