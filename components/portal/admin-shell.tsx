import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark.tsx";
import { LinkTabs } from "@/components/ui/link-tabs.tsx";
import { Toaster } from "@/components/ui/toaster.tsx";
import type { AdminPermission } from "@/lib/domain/permissions.ts";
import { AccountMenu } from "./account-menu.tsx";
import { type AdminHref, adminNav } from "./admin-nav.ts";
import { NavSheet } from "./nav-sheet.tsx";

interface AdminShellProps {
  email: string;
  /** What this person may do; pages they may not see are not in the navigation. */
  can: readonly AdminPermission[];
  /** Beside a page's name, such as a `CountBadge` of what waits there. */
  badges?: Partial<Record<AdminHref, ReactNode>>;
  /** The button that opens the command palette. */
  palette?: ReactNode;
  /** What holds for every page: that the worker is away. */
  notice?: ReactNode;
  /** Whether the page keeps itself current. */
  live?: ReactNode;
  accountHref?: string;
  children: ReactNode;
}

/** The frame around every page for admins; app/(portal)/admin/layout.tsx fills it. */
export function AdminShell({ email, can, badges = {}, palette, notice, live, accountHref, children }: AdminShellProps) {
  const tabs = adminNav
    .filter(({ permission }) => can.includes(permission))
    .map(({ href, name }) => ({ href, name, badge: badges[href] }));
  return (
    <>
      <header className="border-b border-rule">
        <div className="page flex min-h-16 items-center gap-x-2 py-2">
          <div className="-ml-3 lg:hidden">
            <NavSheet label="Pages" tabs={tabs} />
          </div>
          <Wordmark href="/admin" />
          <div className="-mr-3 ml-auto flex items-center gap-x-1 sm:gap-x-2">
            {live}
            {palette}
            <AccountMenu email={email} {...(accountHref ? { accountHref } : {})} />
          </div>
        </div>
        <div className="page max-lg:hidden">
          <LinkTabs label="Pages" tabs={tabs} className="-mb-px border-b-0" />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page py-10 outline-none sm:py-14">
        {notice}
        {children}
      </main>
      <Toaster />
    </>
  );
}
