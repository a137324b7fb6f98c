import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { setPaletteOpen } from "@/app/palette/use-palette.ts";
import { MobileNav } from "@/app/shell/mobile-nav.tsx";
import { Sidebar, SiteTitle } from "@/app/shell/sidebar.tsx";
import { ShortcutsWindow } from "@/components/shortcuts/shortcuts-window.tsx";
import { SkipLink } from "@/components/skip-link.tsx";
import { Button } from "@/components/ui/button.tsx";
import { newEntryLink, typeAt } from "@/features/entries/links.ts";
import { useMay } from "@/features/session/use-user.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

/** The frame of every screen but the editor. */
export function Shell() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [shortcutsOpen, setShortcutsOpen] = useState(false);
  const main = useFocusOnNavigation();

  useShortcut("n", () => void navigate(newEntryLink(typeAt(pathname))), useMay("pages.write"));
  useShortcut("?", () => setShortcutsOpen(true));

  const showShortcuts = () => setShortcutsOpen(true);
  return (
    <div className="flex-1 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-[calc(100dvh-var(--bar,0px))] overflow-y-auto border-rule border-r lg:flex">
        <Sidebar id="side" onShowShortcuts={showShortcuts} />
      </aside>
      <header className="flex items-center justify-between gap-4 border-rule border-b px-5 py-3 lg:hidden">
        <SiteTitle />
        <div className="-mr-2 flex shrink-0 items-center">
          <Button
            variant="quiet"
            size="icon"
            aria-haspopup="dialog"
            onClick={() => setPaletteOpen(true)}
          >
            <Search aria-hidden />
            <span className="sr-only">Search or go to…</span>
          </Button>
          <MobileNav onShowShortcuts={showShortcuts} />
        </div>
      </header>
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="min-w-0 px-5 pt-8 pb-24 outline-none sm:px-10 lg:px-16 lg:pt-14"
      >
        <Outlet />
      </main>
      <ShortcutsWindow open={shortcutsOpen} onOpenChange={setShortcutsOpen} />
    </div>
  );
}

/** Moves the focus into the new screen, as a page load would, but leaves the first one alone. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
