import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PasswordSignIn } from "@/components/portal/password-sign-in.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { landingPath, signInUrl } from "@/lib/auth/landing-path.ts";
import { currentSession } from "@/lib/auth/session.ts";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, done } = await searchParams;
  const session = await currentSession();
  if (session !== null) redirect(landingPath(session, next));
  return (
    <FormPage
      title="Sign in"
      below={
        <>
          No account yet?{" "}
          <Link href="/sign-up" className="link">
            Sign up
          </Link>
        </>
      }
    >
      <div className="grid gap-8">
        {done === "reset" && (
          <Notice tone="ok" title="Your new password is set.">
            You were signed out everywhere. Sign in with it now.
          </Notice>
        )}
        <noscript>
          <Notice tone="warn" title="Signing in needs JavaScript.">
            Allow it for this site, then load the page again.
          </Notice>
        </noscript>
        <PasswordSignIn to={signInUrl(next)} email="" />
        <ul className="grid gap-2 text-[0.9375rem]">
          <li>
            <Link href={signInUrl(next).replace("/sign-in", "/sign-in/link")} className="link">
              Have a link sent to you instead
            </Link>
          </li>
          <li>
            <Link href="/reset" className="link">
              Set a new password
            </Link>
          </li>
        </ul>
      </div>
    </FormPage>
  );
}
