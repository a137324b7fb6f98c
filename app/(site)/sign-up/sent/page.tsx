import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { currentSession } from "@/lib/auth/session.ts";
import { readDraft } from "@/lib/auth/sign-up-draft.ts";
import { correctSent, sendAgain, startAnew } from "../actions.ts";

export const metadata: Metadata = { title: "Look into your mail", robots: { index: false } };

/** The same for addresses with an account and without: the mail tells them apart. */
export default async function SentPage() {
  const [{ sent }, session] = await Promise.all([readDraft(), currentSession()]);
  if (sent === undefined) redirect("/sign-up");
  if (session !== null) redirect("/home");
  return (
    <FormPage
      title="Look into your mail"
      intro={
        <>
          We sent a link to <strong className="font-medium text-ink wrap-anywhere">{sent.email}</strong>. Open it within
          24 hours, and your application goes on its way.
        </>
      }
      below="You can close this page: the link works in any browser."
    >
      <div className="grid gap-6">
        <ActionForm
          action={sendAgain}
          submit="Send it again"
          variant="secondary"
          done={
            <Notice tone="ok" title="It is on its way once more.">
              The newest link is the one that works. Look among unwanted mail as well.
            </Notice>
          }
        />
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <ActionForm action={correctSent} submit="That address is wrong" variant="quiet" />
          <ActionForm action={startAnew} submit="Sign up another company" variant="quiet" />
        </div>
      </div>
    </FormPage>
  );
}
