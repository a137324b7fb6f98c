import type { Metadata } from "next";
import { ClientShell } from "@/components/client/shell.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { NewPassword } from "@/components/forms/new-password.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { storedPassword } from "@/lib/auth/change-password.ts";
import { isAdmin } from "@/lib/auth/find-session.ts";
import { listSessions } from "@/lib/auth/list-sessions.ts";
import { personPage } from "@/lib/auth/with-person.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { askForEmail, endOtherSessions, endSession, saveName, savePassword } from "./actions.ts";

export const metadata: Metadata = { title: "Account" };

interface Props {
  searchParams: Promise<{ done?: string | string[] }>;
}

const done: Readonly<Record<string, string>> = {
  name: "Your name is saved.",
  password: "Your new password is set. Every other browser was signed out.",
  email: "Your email address is changed.",
  session: "Signed out there.",
};

export default personPage<Props>(async (session, { searchParams }) => {
  const [sessions, stored] = await Promise.all([
    listSessions(portalDb(), session),
    storedPassword(portalDb(), session),
  ]);
  const said = done[String((await searchParams).done)];
  const hasPassword = stored !== null;
  const { user } = session;
  return (
    <ClientShell email={user.email}>
      <PageHeader
        title="Account"
        subtitle={<span className="wrap-anywhere">{user.email}</span>}
        parent={isAdmin(session) ? { href: "/admin", name: "The fleet" } : { href: "/home?all", name: "Home" }}
      />
      {said && (
        <Notice tone="ok" title={said} announce="status" className="mb-8 max-w-2xl">
          {null}
        </Notice>
      )}
      <div className="grid max-w-2xl">
        <Section id="name" title="Name">
          <ActionForm action={saveName} submit="Save">
            <FormField
              name="name"
              label="Your name"
              autoComplete="name"
              maxLength={120}
              defaultValue={user.name ?? ""}
            />
          </ActionForm>
        </Section>

        <Section id="email" title="Email address" subtitle="You sign in with it, and mail goes there.">
          <ActionForm
            action={askForEmail}
            submit="Change it"
            done={
              <Notice tone="ok" title="Look into the mail of the new address.">
                Your address changes once you open the link that is on its way there. Until then everything stays.
              </Notice>
            }
          >
            <FormField name="email" label="New email address" type="email" autoComplete="email" maxLength={254} />
            {hasPassword && (
              <FormField
                name="present"
                label="Present password"
                type="password"
                autoComplete="current-password"
                maxLength={200}
              />
            )}
          </ActionForm>
        </Section>

        <Section id="password" title="Password" subtitle="Every other browser is signed out when it changes.">
          {hasPassword ? (
            <ActionForm action={savePassword} submit="Set the new one">
              <FormField
                name="present"
                label="Present password"
                type="password"
                autoComplete="current-password"
                maxLength={200}
              />
              <NewPassword name="password" label="New password" known={[user.email, user.name ?? ""]} />
            </ActionForm>
          ) : (
            <div className="grid justify-items-start gap-4">
              <p>You have none: you sign in by links. You can set one by a mailed link.</p>
              <ButtonLink href="/reset" variant="secondary">
                Set a password
              </ButtonLink>
            </div>
          )}
        </Section>

        <Section id="sessions" title="Where you are signed in">
          <ul className="border-t border-rule">
            {sessions.map(({ id, isThis, device, place, createdAt, lastSeenAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule py-4">
                <div className="min-w-0 flex-1 basis-60">
                  <p className="font-medium">
                    {device}
                    {isThis && <span className="font-normal text-ink-muted"> (this one)</span>}
                  </p>
                  <p className="text-[0.9375rem] text-ink-muted">
                    {place ? `from ${place}, ` : ""}since <TimeAgo at={createdAt} />, last seen{" "}
                    <TimeAgo at={lastSeenAt} />
                  </p>
                </div>
                {!isThis && (
                  <ActionForm
                    action={endSession}
                    submit={
                      <>
                        Sign out<span className="sr-only"> {device}</span>
                      </>
                    }
                    variant="secondary"
                  >
                    <input type="hidden" name="id" value={id} />
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <ActionForm
              action={endOtherSessions}
              submit="Sign out everywhere else"
              variant="secondary"
              className="mt-6"
            />
          )}
        </Section>
      </div>
    </ClientShell>
  );
});
