import type { Metadata } from "next";
import { adminRoleWords } from "@/components/people/admin-role-words.ts";
import { AnswerInvitation } from "@/components/site/answer-invitation.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { InvitationOver } from "@/components/site/invitation-over.tsx";
import { signInUrl } from "@/lib/auth/landing-path.ts";
import { currentSession } from "@/lib/auth/session.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findAdminInvitation } from "@/lib/tenants/accept-admin-invitation.ts";
import { accept, acceptAsNew } from "./actions.ts";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** An invitation to run the fleet. */
export default async function AdminInvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const offer = typeof token === "string" && token.length <= 200 ? await findAdminInvitation(portalDb(), token) : null;
  if (offer === null || typeof token !== "string") return <InvitationOver />;
  const session = await currentSession();
  const here = `/invitation/fleet?token=${encodeURIComponent(token)}`;
  const { name, text } = adminRoleWords[offer.role];
  return (
    <FormPage
      title="Come in to Freehold"
      intro={
        <>
          You are invited to run its fleet as {name.toLowerCase()}. {text}
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
