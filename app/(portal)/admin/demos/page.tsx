import type { Metadata } from "next";
import { DemoTable } from "@/components/demo/demo-table.tsx";
import { EndDemo, RevokeLink } from "@/components/demo/end-buttons.tsx";
import { FailureTable } from "@/components/demo/failure-table.tsx";
import { LinkTable } from "@/components/demo/link-table.tsx";
import { MakeDemoLink } from "@/components/demo/make-demo-link.tsx";
import { PoolTable } from "@/components/demo/pool-table.tsx";
import { VisitTable } from "@/components/demo/visit-table.tsx";
import { lifetimeWords } from "@/components/demo/what-happens.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { poolSizeOverride } from "@/lib/domain/demo-pool.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { surveyDemos } from "@/lib/tenants/survey-demos.ts";
import { endDemo, makeDemoLink, revokeDemoLink } from "./actions.ts";

export const metadata: Metadata = { title: "Demos" };

export default adminPage("demos.read", async ({ user }) => {
  const now = new Date();
  const { settings, pool, demos, failures, links, visits } = await surveyDemos(portalDb(), edgePort(), now);
  const mayManage = adminMay(user.adminRole, "demos.manage");
  const override = poolSizeOverride(process.env);
  const size = settings.enabled ? (override ?? settings.poolSize) : 0;
  const waiting = pool.filter(({ state }) => state === "available").length;
  const make = mayManage ? <MakeDemoLink make={makeDemoLink} /> : null;
  return (
    <>
      <PageHeader
        title="Demos"
        subtitle={
          settings.enabled
            ? `${demos.length} of ${settings.atOnce} demos are running, and ${waiting} of ${size} finished stacks wait.`
            : "Demos are switched off; nobody can open one."
        }
      />
      <Section id="demos" title="Running demos" className="mt-0">
        <DemoTable demos={demos} now={now} action={mayManage ? (demo) => <EndDemo {...demo} end={endDemo} /> : null} />
      </Section>
      <Section
        id="pool"
        title="Warm pool"
        subtitle="Finished stacks that belong to nobody yet, for visitors and for approved clients."
      >
        <PoolTable pool={pool} size={size} now={now} />
      </Section>
      {failures.length > 0 && (
        <Section id="failures" title="What did not come up" subtitle="Removed at once; the newest twenty.">
          <FailureTable failures={failures} />
        </Section>
      )}
      <Section id="links" title="Investors’ links" actions={make}>
        <LinkTable
          links={links}
          now={now}
          action={mayManage ? (link) => <RevokeLink id={link.id} name={link.name} revoke={revokeDemoLink} /> : null}
        />
      </Section>
      <Section id="visits" title="Visits">
        <VisitTable visits={visits} />
      </Section>
      <Section
        id="limits"
        title="Limits"
        subtitle="What a stranger can have of this machine; owners set it under Settings."
      >
        <DescriptionList
          entries={[
            ["A demo lives for", lifetimeWords(settings.lifetimeMinutes)],
            ["Demos at once", settings.atOnce],
            ["From one address within a day", `${settings.perAddressPerDay}, those by a link not counted`],
            [
              "Finished stacks kept waiting",
              override === null ? settings.poolSize : `${override}, set by FREEHOLD_DEMO_POOL`,
            ],
          ]}
        />
      </Section>
    </>
  );
});
