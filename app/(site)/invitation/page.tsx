import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { AcceptAsNew } from "@/components/client/accept-as-new.tsx";
import { memberRoles } from "@/components/client/member-roles.ts";
import { SignOut } from "@/components/client/sign-out.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { signInUrl } from "@/lib/auth/landing-path.ts";
import { currentSession } from "@/lib/auth/session.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findInvitation, type InvitationOffer } from "@/lib/tenants/accept-invitation.ts";
import { accept, acceptAsNew } from "./actions.ts";

export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const offer = typeof token === "string" && token.length <= 200 ? await findInvitation(portalDb(), token) : null;
  if (offer === null || typeof token !== "string") {
    return (
      <FormPage title="This invitation is no longer good">
        <p>
          It was used, taken back, or is older than seven days. Ask whoever invited you for a new one. If you have
          accepted it already,{" "}
          <Link href="/sign-in" className="link">
            sign in
          </Link>
          .
        </p>
      </FormPage>
    );
  }
  const session = await currentSession();
  return (
    <FormPage
      title={`Come in to ${offer.tenantName}`}
      intro={
        <>
          You are invited as {memberRoles[offer.role].name.toLowerCase()}. {memberRoles[offer.role].text}
        </>
      }
    >
      {answerTo(offer, token, session?.user.email ?? null)}
    </FormPage>
  );
}

/** What is to be done depends on who opened the link. */
function answerTo(offer: InvitationOffer, token: string, signedInAs: string | null): ReactNode {
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  if (signedInAs === offer.email) {
    return (
      <ActionForm action={accept} submit="Accept the invitation">
        <input type="hidden" name="token" value={token} />
        <p>
          You are signed in as <span className="font-medium wrap-anywhere">{signedInAs}</span>.
        </p>
      </ActionForm>
    );
  }
  if (signedInAs !== null) {
    return (
      <Notice tone="warn" title="This invitation is for another address" action={<SignOut next={here} />}>
        <p>
          It is for {offer.email}, and you are signed in as {signedInAs}. Sign out, then accept it as {offer.email}.
        </p>
      </Notice>
    );
  }
  if (offer.hasAccount) {
    return (
      <div className="grid gap-6">
        <p>
          There is an account for <span className="font-medium wrap-anywhere">{offer.email}</span> already. Sign in, and
          you can accept.
        </p>
        <Link href={signInUrl(here)} className={buttonStyle({ className: "justify-self-start" })}>
          Sign in to accept
        </Link>
      </div>
    );
  }
  return (
    <>
      <p className="mb-6">
        Your address is <span className="font-medium wrap-anywhere">{offer.email}</span>. Say who you are and choose a
        password.
      </p>
      <AcceptAsNew token={token} email={offer.email} accept={acceptAsNew} />
    </>
  );
}
