import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { bytes, cores, count } from "@/components/client/amounts.ts";
import { ProblemNote } from "@/components/fleet/problem-note.tsx";
import { StatusLabel } from "@/components/fleet/status-label.tsx";
import { statusWords } from "@/components/fleet/status-words.ts";
import { ActivityList } from "@/components/tenant/activity-list.tsx";
import { OperationList } from "@/components/tenant/operation-list.tsx";
import { Particulars } from "@/components/tenant/particulars.tsx";
import { ServiceList } from "@/components/tenant/service-list.tsx";
import { RestartService } from "@/components/tenant-admin/restart-service.tsx";
import { TenantActions } from "@/components/tenant-admin/tenant-actions.tsx";
import { TenantMembers } from "@/components/tenant-admin/tenant-members.tsx";
import { TenantNotes } from "@/components/tenant-admin/tenant-notes.tsx";
import { TenantPlan } from "@/components/tenant-admin/tenant-plan.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { SiteLink } from "@/components/ui/site-link.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { adminMay, permissionsOf } from "@/lib/domain/permissions.ts";
import { FreeholdError } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { getTenant } from "@/lib/tenants/get-tenant.ts";
import { listMembers } from "@/lib/tenants/list-members.ts";
import { listNotes } from "@/lib/tenants/notes.ts";
import { readActivity } from "@/lib/tenants/read-activity.ts";
import { readOverview } from "@/lib/tenants/read-overview.ts";
import { operateTenant, planNow, purgeTenantForGood, viewAsClient, writeNote } from "./actions.ts";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: (await params).slug };
}

const activityShown = 10;

export default adminPage<Props>("fleet.read", async ({ user }, { params, searchParams }) => {
  const [{ slug }, { do: asked }] = await Promise.all([params, searchParams]);
  const db = portalDb();
  const tenant = await getTenant(db, slug, edgePort()).catch((thrown: unknown) => {
    if (thrown instanceof FreeholdError && thrown.code === "tenant_unknown") notFound();
    throw thrown;
  });
  const [overview, people, notes, activity] = await Promise.all([
    readOverview(db, tenant.id, edgePort()),
    listMembers(db, tenant.id),
    listNotes(db, tenant.id),
    readActivity(db, { tenantId: tenant.id, slug }, 0, activityShown, {
      as: "admin",
      email: user.email,
    }),
  ]);
  const { usage } = overview;
  const operates = adminMay(user.adminRole, "tenants.operate");
  const isPurging = tenant.status === "purging" || tenant.status === "purged";
  return (
    <>
      <PageHeader title={tenant.name} parent={{ href: "/admin", name: "The fleet" }} />
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2 text-lg">
        <StatusLabel status={tenant.status} />
        <SiteLink url={tenant.url} />
      </div>
      <p className="mt-2 text-ink-muted">{statusWords[tenant.status].meaning}</p>
      <TenantActions
        slug={slug}
        name={tenant.name}
        intent={tenant.intent}
        isFailed={tenant.status === "failed"}
        isPurging={isPurging}
        can={permissionsOf(user.adminRole)}
        asked={typeof asked === "string" ? asked : null}
        operate={operateTenant}
        purge={purgeTenantForGood}
        viewAs={viewAsClient}
      />
      {tenant.problem && <ProblemNote problem={tenant.problem} />}
      <Section id="services" title="Services">
        <ServiceList
          services={tenant.serviceList}
          {...(operates && tenant.intent === "running" && !isPurging
            ? {
                action: (service: string) => <RestartService slug={slug} service={service} operate={operateTenant} />,
              }
            : {})}
        />
      </Section>
      <Section id="usage" title="Usage">
        {usage === null ? (
          <p className="text-ink-muted">Nothing was measured in the last day.</p>
        ) : (
          <DescriptionList
            entries={[
              ["Processor, of one core", cores(usage.cpu)],
              ["Memory", bytes(usage.memoryBytes)],
              ["Disk", bytes(usage.diskBytes)],
              ["Requests within a day", count(usage.requestsToday)],
              ["Measured", <TimeAgo key="at" at={usage.at} />],
            ]}
          />
        )}
      </Section>
      <Section id="particulars" title="Particulars">
        <Particulars tenant={tenant} />
      </Section>
      <div className="grid gap-x-16 xl:grid-cols-2">
        <Section id="members" title="Members" className="min-w-0">
          <TenantMembers {...people} />
        </Section>
        <Section id="notes" title="Notes" className="min-w-0">
          <TenantNotes slug={slug} notes={notes} write={operates ? writeNote : null} />
        </Section>
      </div>
      <Section id="activity" title="Activity" subtitle="The client reads the same, without the names of admins.">
        {activity.entries.length === 0 ? (
          <p className="text-ink-muted">Nothing yet.</p>
        ) : (
          <ActivityList entries={activity.entries} />
        )}
      </Section>
      {tenant.stackId && (
        <Section id="plan" title="The plan" subtitle="What the worker would do now, and why.">
          <TenantPlan slug={slug} plan={planNow} />
        </Section>
      )}
      <Section id="operations" title="What was done">
        <OperationList operations={tenant.operations} />
      </Section>
    </>
  );
});
