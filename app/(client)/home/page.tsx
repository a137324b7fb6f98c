import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ClientShell } from "@/components/client/shell.tsx";
import { StatusLabel } from "@/components/fleet/status-label.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { StatusDot } from "@/components/ui/status-dot.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { isAdmin } from "@/lib/auth/find-session.ts";
import { personPage } from "@/lib/auth/with-person.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { type HomeApplication, listHome } from "@/lib/tenants/list-home.ts";

export const metadata: Metadata = { title: "Home" };

interface Props {
  searchParams: Promise<{ all?: string | string[] }>;
}

const standings: Record<HomeApplication["status"], { tone: "ok" | "busy" | "warn" | "bad" | "idle"; text: string }> = {
  unverified: { tone: "warn", text: "Not confirmed" },
  pending: { tone: "busy", text: "Waits for a decision" },
  approved: { tone: "ok", text: "Approved" },
  rejected: { tone: "bad", text: "Not approved" },
  lapsed: { tone: "idle", text: "Given up" },
};

/** Everything that is somebody's; who has one thing is led straight there, unless they ask for all. */
export default personPage<Props>(async (session, { searchParams }) => {
  const { tenants, applications } = await listHome(portalDb(), session.user.id, edgePort());
  const [tenant, application] = [tenants[0], applications[0]];
  if ((await searchParams).all === undefined && tenants.length + applications.length <= 1) {
    if (tenant) redirect(`/t/${tenant.slug}`);
    if (application) redirect(`/applications/${application.id}`);
    if (isAdmin(session)) redirect("/admin");
  }
  const another = (
    <ButtonLink href="/sign-up" variant="secondary">
      Ask for another site
    </ButtonLink>
  );
  return (
    <ClientShell email={session.user.email}>
      <PageHeader title="Home" actions={tenants.length + applications.length > 0 && another} />
      {tenants.length + applications.length === 0 && (
        <EmptyState
          title="Nothing is yours yet"
          action={<ButtonLink href="/sign-up">Ask for a site of your own</ButtonLink>}
        >
          Sites you own or were invited to appear here.
        </EmptyState>
      )}
      {tenants.length > 0 && (
        <Section id="sites" title="Sites">
          <ul className="border-t border-rule">
            {tenants.map(({ slug, name, status, role }) => (
              <li key={slug} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-rule py-4">
                <Link
                  href={`/t/${slug}`}
                  prefetch={false}
                  className="link min-w-0 flex-1 basis-60 text-lg wrap-anywhere"
                >
                  {name}
                </Link>
                <span className="text-[0.9375rem] text-ink-muted">you are its {role}</span>
                <StatusLabel status={status} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {applications.length > 0 && (
        <Section id="applications" title="Applications">
          <ul className="border-t border-rule">
            {applications.map(({ id, companyName, status, createdAt }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-rule py-4">
                <Link
                  href={`/applications/${id}`}
                  prefetch={false}
                  className="link min-w-0 flex-1 basis-60 text-lg wrap-anywhere"
                >
                  {companyName}
                </Link>
                <span className="text-[0.9375rem] text-ink-muted">
                  <TimeAgo at={createdAt} />
                </span>
                <StatusDot tone={standings[status].tone}>{standings[status].text}</StatusDot>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ClientShell>
  );
});
