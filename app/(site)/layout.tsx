import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark.tsx";
import { ThemeSwitch } from "@/components/portal/theme-switch.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { ownPlace } from "@/lib/auth/own-place.ts";

const plain = "link inline-flex min-h-6 items-center text-[0.9375rem] decoration-transparent hover:decoration-current";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const place = await ownPlace();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="page flex min-h-18 items-center justify-between gap-x-3 py-3">
        <Wordmark href="/" />
        <nav aria-label="Site" className="flex items-center gap-x-3 sm:gap-x-6">
          <Link href="/demo" prefetch={false} className={plain}>
            Demo
          </Link>
          {place ? (
            <ButtonLink href={place.href} size="small" prefetch={false}>
              {place.name}
            </ButtonLink>
          ) : (
            <>
              <Link href="/sign-in" prefetch={false} className={plain}>
                Sign in
              </Link>
              <ButtonLink href="/sign-up" size="small" prefetch={false}>
                Sign up
              </ButtonLink>
            </>
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t border-rule">
        <div className="page flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-[0.9375rem] text-ink-muted">
          <p>Every client on land of their own.</p>
          <div className="flex items-center gap-x-6">
            <Link href="/terms" prefetch={false} className={plain}>
              Terms
            </Link>
            <Link href="/admin" prefetch={false} className={plain}>
              For admins
            </Link>
            <ThemeSwitch />
          </div>
        </div>
      </footer>
    </div>
  );
}
