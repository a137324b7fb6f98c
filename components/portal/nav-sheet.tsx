"use client";

import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { currentHref } from "@/components/ui/current-href.ts";
import { IconButton } from "@/components/ui/icon-button.tsx";
import type { LinkTab } from "@/components/ui/link-tabs.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";

/** The header's navigation where there is no room for it. */
export function NavSheet({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const [isOpen, setOpen] = useState(false);
  const current = currentHref(
    usePathname(),
    tabs.map(({ href }) => href),
  );
  return (
    <Sheet
      trigger={
        <IconButton label="Menu">
          <MenuIcon aria-hidden="true" strokeWidth={1.5} />
        </IconButton>
      }
      open={isOpen}
      onOpenChange={setOpen}
      title="Menu"
      side="left"
    >
      <nav aria-label={label} className="border-t border-rule">
        {tabs.map(({ href, name, badge }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            onClick={() => setOpen(false)}
            aria-current={href === current ? "page" : undefined}
            className="flex min-h-12 items-center justify-between gap-3 border-b border-rule text-lg aria-[current]:font-medium aria-[current]:text-green"
          >
            {name}
            {badge}
          </Link>
        ))}
      </nav>
    </Sheet>
  );
}
