import type { Metadata } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { NewPassword } from "@/components/forms/new-password.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { sendResetLink, setNewPassword } from "./actions.ts";

export const metadata: Metadata = { title: "Set a new password", robots: { index: false } };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function ResetPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token === "string" && token !== "") {
    return (
      <FormPage title="Set a new password" intro="You are signed out everywhere when you do.">
        <ActionForm action={setNewPassword} submit="Set it">
          <input type="hidden" name="token" value={token} />
          <NewPassword name="password" label="New password" />
        </ActionForm>
        <p className="mt-6 text-[0.9375rem]">
          <Link href="/reset" className="link">
            Have another link sent
          </Link>
        </p>
      </FormPage>
    );
  }
  return (
    <FormPage
      title="Set a new password"
      intro="We mail you a link to set one with. It works once, for an hour."
      below={
        <Link href="/sign-in" className="link">
          Back to signing in
        </Link>
      }
    >
      <ActionForm
        action={sendResetLink}
        submit="Send the link"
        done={
          <Notice tone="ok" title="Look into your mail.">
            If this address has an account, a link is on its way to it.
          </Notice>
        }
      >
        <FormField name="email" label="Email address" type="email" autoComplete="email" maxLength={254} />
      </ActionForm>
    </FormPage>
  );
}
