"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
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
  const list = useRef<HTMLElement>(null);
  // On a narrow screen the open one may be out of sight.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!list.current || !tab || current === null) return;
    const middle = tab.offsetLeft - list.current.offsetLeft + tab.offsetWidth / 2;
    list.current.scrollLeft = middle - list.current.clientWidth / 2;
  }, [current]);
  return (
    // To the edge of a narrow screen, where what is cut off tells that there is more.
    <nav ref={list} aria-label={label} className={cn(tabListStyle, "max-sm:-mx-4 max-sm:px-4", className)}>
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
