import type { Metadata } from "next";
import { ClientShell } from "@/components/client/shell.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { personPage } from "@/lib/auth/with-person.ts";
import { confirmEmail } from "../actions.ts";

export const metadata: Metadata = {
  title: "Confirm your new address",
  robots: { index: false },
};

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** Changes on a press of the button: mail scanners open links. */
export default personPage<Props>(async (session, { searchParams }) => {
  const { token } = await searchParams;
  return (
    <ClientShell email={session.user.email}>
      <PageHeader title="Use your new address?" parent={{ href: "/account", name: "Account" }} />
      <div className="grid max-w-2xl gap-6">
        <p className="text-lg">
          Your account moves from <span className="wrap-anywhere">{session.user.email}</span> to the address this link
          was mailed to. The old one is told.
        </p>
        <ActionForm action={confirmEmail} submit="Use the new address">
          <input type="hidden" name="token" value={typeof token === "string" ? token : ""} />
        </ActionForm>
      </div>
    </ClientShell>
  );
});
