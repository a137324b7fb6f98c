import type { Metadata } from "next";
import { memberRoles } from "@/components/client/member-roles.ts";
import { AnswerInvitation } from "@/components/site/answer-invitation.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { InvitationOver } from "@/components/site/invitation-over.tsx";
import { signInUrl } from "@/lib/auth/landing-path.ts";
import { currentSession } from "@/lib/auth/session.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findInvitation } from "@/lib/tenants/accept-invitation.ts";
import { accept, acceptAsNew } from "./actions.ts";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const offer = typeof token === "string" && token.length <= 200 ? await findInvitation(portalDb(), token) : null;
  if (offer === null || typeof token !== "string") return <InvitationOver />;
  const session = await currentSession();
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  return (
    <FormPage
      title={`Come in to ${offer.tenantName}`}
      intro={
        <>
          You are invited as {memberRoles[offer.role].name.toLowerCase()}. {memberRoles[offer.role].text}
        </>
      }
    >
      <AnswerInvitation
        here={here}
        token={token}
        email={offer.email}
        hasAccount={offer.hasAccount}
        signedInAs={session?.user.email ?? null}
        signInHref={signInUrl(here)}
        accept={accept}
        acceptAsNew={acceptAsNew}
      />
    </FormPage>
  );
}
