import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark.tsx";
import { SignOut } from "./sign-out.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

interface ShellProps {
  email: string;
  children: ReactNode;
}

/** The frame around every page for people who are signed in. */
export function Shell({ email, children }: ShellProps) {
  return (
    <>
      <header className="border-b border-rule">
        <div className="page flex min-h-16 flex-wrap items-center justify-between gap-x-4 py-2">
          <Wordmark href="/admin" />
          <div className="-mr-3 flex items-center gap-x-1 sm:gap-x-3">
            <span className="caption hidden md:inline">{email}</span>
            <ThemeSwitch />
            <SignOut />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page py-10 outline-none sm:py-14">
        {children}
      </main>
    </>
  );
}
