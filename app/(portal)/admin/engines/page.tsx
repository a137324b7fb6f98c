import type { Metadata } from "next";
import { CordonButton } from "@/components/engines/cordon-button.tsx";
import { EngineCard } from "@/components/engines/engine-card.tsx";
import { CommandLine } from "@/components/ui/command-line.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { listEngines, type RegionRow } from "@/lib/tenants/list-engines.ts";
import { cordon } from "./actions.ts";

export const metadata: Metadata = { title: "Engines and regions" };

export default adminPage<object>("engines.read", async ({ user }) => {
  const now = new Date();
  const regions = await listEngines(portalDb());
  const mayCordon = adminMay(user.adminRole, "engines.cordon");
  return (
    <>
      <PageHeader title="Engines and regions" subtitle="Where clients’ stacks run, and what room is left." />
      {regions.length === 0 ? (
        <EmptyState title="There is no region yet" action={<CommandLine command="./freehold up" />}>
          Bringing Freehold up makes the first one, with the engine of this machine.
        </EmptyState>
      ) : (
        regions.map((region) => (
          <Section
            key={region.id}
            id={`region-${region.id}`}
            title={region.name}
            subtitle={about(region)}
            className="not-first-of-type:mt-14 first-of-type:mt-0"
          >
            {region.engines.length === 0 && <p className="border-t border-rule py-6">No engine belongs to it.</p>}
            {region.engines.map((engine) => (
              <EngineCard
                key={engine.id}
                engine={engine}
                now={now}
                action={
                  mayCordon && <CordonButton id={engine.id} isCordoned={engine.cordon !== null} cordon={cordon} />
                }
              />
            ))}
          </Section>
        ))
      )}
    </>
  );
});

const about = ({ baseDomain, isDefault, engines }: RegionRow): string =>
  [
    `Clients answer under ${baseDomain}.`,
    ...(isDefault ? ["New ones come here unless they ask for another region."] : []),
    ...(engines.length > 0 && engines.every(({ cordon }) => cordon !== null)
      ? ["Every engine of it is cordoned, so nobody new can come."]
      : []),
  ].join(" ");
