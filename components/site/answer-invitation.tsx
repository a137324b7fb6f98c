import Link from "next/link";
import type { ComponentProps } from "react";
import { AcceptAsNew } from "@/components/client/accept-as-new.tsx";
import { SignOut } from "@/components/client/sign-out.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Notice } from "@/components/ui/notice.tsx";

interface AnswerInvitationProps {
  /** This page with the token. */
  here: string;
  token: string;
  /** Whom the invitation is for, and whether they have an account already. */
  email: string;
  hasAccount: boolean;
  signedInAs: string | null;
  /** Where to sign in and come back from. */
  signInHref: string;
  accept: ComponentProps<typeof ActionForm<never>>["action"];
  acceptAsNew: ComponentProps<typeof AcceptAsNew>["accept"];
}

/** What is to be done about an invitation depends on who opened its link. */
export function AnswerInvitation(props: AnswerInvitationProps) {
  const { here, token, email, hasAccount, signedInAs, signInHref, accept, acceptAsNew } = props;
  if (signedInAs === email) {
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
          It is for {email}, and you are signed in as {signedInAs}. Sign out, then accept it as {email}.
        </p>
      </Notice>
    );
  }
  if (hasAccount) {
    return (
      <div className="grid gap-6">
        <p>
          There is an account for <span className="font-medium wrap-anywhere">{email}</span> already. Sign in, and you
          can accept.
        </p>
        <Link href={signInHref} className={buttonStyle({ className: "justify-self-start" })}>
          Sign in to accept
        </Link>
      </div>
    );
  }
  return (
    <>
      <p className="mb-6">
        Your address is <span className="font-medium wrap-anywhere">{email}</span>. Say who you are and choose a
        password.
      </p>
      <AcceptAsNew token={token} email={email} accept={acceptAsNew} />
    </>
  );
}
