import type { Metadata } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { LinkForm } from "@/components/portal/link-form.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { signInUrl } from "@/lib/auth/landing-path.ts";
import { safeNext } from "@/lib/domain/safe-next.ts";
import { sendSignInLink } from "./actions.ts";

export const metadata: Metadata = { title: "Sign in by link", robots: { index: false } };

interface Props {
  searchParams: Promise<{ token?: string | string[]; next?: string | string[] }>;
}

export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, next } = await searchParams;
  if (typeof token === "string" && token !== "") {
    return (
      <FormPage title="One press, and you are in" intro="This link signs you in once, on this browser.">
        <LinkForm token={token} label="Sign in" refused="Have a new one sent to you." to={signInUrl(next)} />
      </FormPage>
    );
  }
  return (
    <FormPage
      title="Sign in by link"
      intro="We mail you a link that signs you in. It works once, for 30 minutes."
      below={
        <Link href={signInUrl(next)} className="link">
          Sign in with a password
        </Link>
      }
    >
      <ActionForm
        action={sendSignInLink}
        submit="Send the link"
        done={
          <Notice tone="ok" title="Look into your mail.">
            If this address has an account, a link is on its way to it.
          </Notice>
        }
      >
        <input type="hidden" name="next" value={safeNext(next) ?? ""} />
        <FormField name="email" label="Email address" type="email" autoComplete="email" maxLength={254} />
      </ActionForm>
    </FormPage>
  );
}
