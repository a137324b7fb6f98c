"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { currentHref } from "./current-href.ts";
import { tabListStyle, tabStyle } from "./tab-style.ts";

export interface LinkTab {
  readonly href: string;
  readonly name: string;
  /** After the name, such as a `CountBadge`. */
  readonly badge?: ReactNode;
}

interface LinkTabsProps {
  /** Names the navigation for screen readers. */
  label: string;
  tabs: readonly LinkTab[];
  className?: string;
}

/** Pages beside one another; the one that is open is marked, also on the pages below it. */
export function LinkTabs({ label, tabs, className }: LinkTabsProps) {
  const current = currentHref(
    usePathname(),
    tabs.map(({ href }) => href),
  );
  return (
    <nav aria-label={label} className={cn(tabListStyle, className)}>
      {tabs.map(({ href, name, badge }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? "page" : undefined}
          className={tabStyle}
        >
          {name}
          {badge}
        </Link>
      ))}
    </nav>
  );
}
