import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ProblemNote } from "@/components/fleet/problem-note.tsx";
import { StatusLabel } from "@/components/fleet/status-label.tsx";
import { statusWords } from "@/components/fleet/status-words.ts";
import { OperationList } from "@/components/tenant/operation-list.tsx";
import { Particulars } from "@/components/tenant/particulars.tsx";
import { ServiceList } from "@/components/tenant/service-list.tsx";
import { Section } from "@/components/ui/section.tsx";
import { SiteLink } from "@/components/ui/site-link.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { FreeholdError } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { getTenant } from "@/lib/tenants/get-tenant.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).slug };
}

export default adminPage<Props>("fleet.read", async (_session, { params }) => {
  const { slug } = await params;
  const tenant = await getTenant(portalDb(), slug, edgePort()).catch((thrown: unknown) => {
    if (thrown instanceof FreeholdError && thrown.code === "tenant_unknown") notFound();
    throw thrown;
  });
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-6">
        <Link href="/admin" prefetch={false} className="link caption">
          The fleet
        </Link>
      </nav>
      <h1 className="mb-8 text-4xl wrap-anywhere sm:text-6xl">{tenant.name}</h1>
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2 text-lg">
        <StatusLabel status={tenant.status} />
        <SiteLink url={tenant.url} />
      </div>
      <p className="mt-2 mb-8 text-ink-muted">{statusWords[tenant.status].meaning}</p>
      {tenant.problem && <ProblemNote problem={tenant.problem} />}
      <Section id="services" title="Services">
        <ServiceList services={tenant.serviceList} />
      </Section>
      <Section id="particulars" title="Particulars">
        <Particulars tenant={tenant} />
      </Section>
      <Section id="operations" title="What was done">
        <OperationList operations={tenant.operations} />
      </Section>
    </>
  );
});
