import type { Metadata } from "next";
import { LinkForm } from "@/components/portal/link-form.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { readVerification } from "@/lib/auth/read-verification.ts";
import { portalDb } from "@/lib/portal/database.ts";

export const metadata: Metadata = { title: "Confirm", robots: { index: false } };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** Says what is confirmed before it is: a link that one did not ask for is not to be pressed on. */
export default async function VerifyPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const found = typeof token === "string" ? await readVerification(portalDb(), token) : null;
  if (found === null || typeof token !== "string") {
    return (
      <FormPage
        title="This link does not work"
        intro="It is not whole, older than 24 hours, was used already, or a newer one was sent."
      >
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
          <ButtonLink href="/sign-up" variant="secondary">
            Sign up
          </ButtonLink>
        </div>
      </FormPage>
    );
  }
  return (
    <FormPage
      title="Was this you?"
      intro={
        <>
          Confirm that you ask for a site for <strong className="font-medium text-ink">{found.companyName}</strong> at
          the address <strong className="font-medium text-ink wrap-anywhere">{found.slug}</strong>, and that{" "}
          <span className="wrap-anywhere">{found.email}</span> is your email address.
        </>
      }
      below="If you did not ask for it, close this page: nothing happens then."
    >
      <LinkForm token={token} label="Confirm" refused="Sign up again to get a new one." to="/home" />
    </FormPage>
  );
}
