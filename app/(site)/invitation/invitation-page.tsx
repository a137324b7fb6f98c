import type { ComponentProps, ReactNode } from "react";
import { AnswerInvitation } from "@/components/site/answer-invitation.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { InvitationOver } from "@/components/site/invitation-over.tsx";
import { signInUrl } from "@/lib/auth/landing-path.ts";
import { currentSession } from "@/lib/auth/session.ts";

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

interface Invitation<Offer> extends Pick<ComponentProps<typeof AnswerInvitation>, "accept" | "acceptAsNew"> {
  readonly path: string;
  /** What the link is good for; null when that is nothing (any more). */
  readonly find: (token: string) => Promise<Offer | null>;
  /** To what one is invited, and as what. */
  readonly words: (offer: Offer) => { readonly title: string; readonly intro: string };
}

/** The page that the link of an invitation opens, whatever one is invited to. */
export function invitationPage<Offer extends { readonly email: string; readonly hasAccount: boolean }>({
  path,
  find,
  words,
  ...actions
}: Invitation<Offer>): (props: Props) => Promise<ReactNode> {
  return async ({ searchParams }) => {
    const { token } = await searchParams;
    const offer = typeof token === "string" && token.length <= 200 ? await find(token) : null;
    if (offer === null || typeof token !== "string") return <InvitationOver />;
    const session = await currentSession();
    const here = `${path}?token=${encodeURIComponent(token)}`;
    return (
      <FormPage {...words(offer)}>
        <AnswerInvitation
          here={here}
          token={token}
          email={offer.email}
          hasAccount={offer.hasAccount}
          signedInAs={session?.user.email ?? null}
          signInHref={signInUrl(here)}
          {...actions}
        />
      </FormPage>
    );
  };
}
