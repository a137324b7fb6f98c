"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd.tsx";
import type { AdminPermission } from "@/lib/domain/permissions.ts";

/** Fetched when it is first opened: most visits never do. */
const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

/** Opens the command palette: pressed, or by ⌘K and Ctrl-K from anywhere on the page. */
export function PaletteButton({ can }: { can: readonly AdminPermission[] }) {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function toggle(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      // Another window lies over the page: the palette would open beneath what one is at.
      if (document.querySelector("dialog[open]:not(:has([data-palette]))") !== null) return;
      event.preventDefault();
      setOpen((before) => !before);
    }
    document.addEventListener("keydown", toggle);
    return () => document.removeEventListener("keydown", toggle);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        title="Go to a client or a page, or do something with it"
        onClick={() => setOpen(true)}
        className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-base px-3 text-[0.9375rem] text-ink-muted hover:text-ink max-sm:size-11 max-sm:justify-center max-sm:px-0"
      >
        <Search aria-hidden="true" strokeWidth={1.5} className="size-5" />
        <span className="max-sm:sr-only">Go to…</span>
        <Kbd className="max-lg:hidden" aria-hidden="true">
          Ctrl K
        </Kbd>
      </button>
      <Suspense>{isOpen && <Palette can={can} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
