import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FollowApplication } from "@/components/client/follow-application.tsx";
import { ClientShell } from "@/components/client/shell.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { personPage } from "@/lib/auth/with-person.ts";
import { siteUrl } from "@/lib/domain/site-url.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { getApplication, type OwnApplication } from "@/lib/tenants/get-application.ts";
import { confirmApplication, withdrawApplication } from "./actions.ts";

export const metadata: Metadata = { title: "Your application", robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
}

const titles: Record<OwnApplication["status"], string> = {
  unverified: "Is this yours?",
  pending: "Your application is with us",
  approved: "You are approved",
  rejected: "We could not say yes",
  lapsed: "This application was given up",
};

export default personPage<Props>(async (session, { params }) => {
  const application = await getApplication(portalDb(), (await params).id, session.user.id);
  if (application === null) notFound();
  if (application.tenantSlug !== null) redirect(`/t/${application.tenantSlug}`);
  const { id, status, companyName, slug, baseDomain, createdAt, isDelayed } = application;
  return (
    <ClientShell email={session.user.email}>
      <FollowApplication id={id} known={`${status} ${null} ${isDelayed}`} />
      <PageHeader title={titles[status]} subtitle={companyName} parent={{ href: "/home?all", name: "Home" }} />
      <div className="grid max-w-2xl gap-8">
        <div role="status" className="grid gap-4">
          <Standing application={application} email={session.user.email} />
        </div>
        <DescriptionList
          className="lg:grid-cols-2"
          entries={[
            ["Address", siteUrl(slug, baseDomain, edgePort()).replace(/^https?:\/\//, "")],
            ["Sent", <TimeAgo key="sent" at={createdAt} />],
          ]}
        />
        <Actions application={application} />
      </div>
    </ClientShell>
  );
});

function Standing({ application, email }: { application: OwnApplication; email: string }) {
  switch (application.status) {
    case "unverified":
      return (
        <p className="text-lg">
          It was sent with your email address, and nobody has confirmed it yet. It is given up 24 hours after it was
          sent.
        </p>
      );
    case "pending":
      return (
        <>
          <p className="text-lg">
            Somebody looks at it and decides. Nothing is set up before that, and your address is held for you.
          </p>
          <p className="text-ink-muted">
            We mail the decision to <span className="wrap-anywhere">{email}</span>; this page shows it as well, by
            itself. You need not wait here.
          </p>
        </>
      );
    case "approved":
      return application.isDelayed ? (
        <Notice tone="warn" title="Setting it up does not work at the moment.">
          It is tried again by itself, and we have been told why. You need not do anything.
        </Notice>
      ) : (
        <p className="text-lg">Setting your site up begins in a moment; this page goes there by itself.</p>
      );
    case "rejected":
      return (
        <>
          <p className="text-lg">Somebody looked at your application. The reason:</p>
          <blockquote className="border-l-2 border-rule-strong pl-4 whitespace-pre-line wrap-anywhere">
            {application.decisionReason ?? "None was noted."}
          </blockquote>
          <p className="text-ink-muted">The address is free again. You may apply anew with that put right.</p>
        </>
      );
    case "lapsed":
      return <p className="text-lg">It was withdrawn, or not confirmed in time. The address is free again.</p>;
  }
}

function Actions({ application: { id, status } }: { application: OwnApplication }) {
  const which = <input type="hidden" name="id" value={id} />;
  return (
    <div className="flex flex-wrap items-start gap-4">
      {status === "unverified" && (
        <ActionForm action={confirmApplication} submit="Yes, it is mine">
          {which}
        </ActionForm>
      )}
      {(status === "unverified" || status === "pending") && (
        <ActionForm
          action={withdrawApplication}
          submit={status === "unverified" ? "No, give it up" : "Withdraw it"}
          variant="secondary"
        >
          {which}
        </ActionForm>
      )}
      {(status === "rejected" || status === "lapsed") && <ButtonLink href="/sign-up">Apply anew</ButtonLink>}
    </div>
  );
}
