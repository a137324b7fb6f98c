import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark.tsx";
import { AccountMenu } from "@/components/portal/account-menu.tsx";
import { Toaster } from "@/components/ui/toaster.tsx";

interface ClientShellProps {
  email: string;
  /** For those who belong to several tenants. */
  tenantSwitcher?: ReactNode;
  /** `Banner`s above the header: of the installation, of viewing as a client. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame around every page for clients. */
export function ClientShell({ email, tenantSwitcher, banner, children }: ClientShellProps) {
  return (
    <>
      {banner}
      <header className="border-b border-rule">
        <div className="page flex min-h-16 items-center gap-x-4 py-2">
          <Wordmark href="/home" />
          {tenantSwitcher && <div className="min-w-0 border-l border-rule pl-4">{tenantSwitcher}</div>}
          <div className="-mr-3 ml-auto">
            <AccountMenu email={email} accountHref="/account" />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page py-10 outline-none sm:py-14">
        {children}
      </main>
      <Toaster />
    </>
  );
}
