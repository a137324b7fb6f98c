import { useLocation } from "@tanstack/react-router";
import { Menu } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const Drawer = lazy(() => import("@/app/shell/drawer.tsx"));

/** The way to the sidebar on screens without room for it. Closes when the place changes. */
export function MobileNav({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = openAt === pathname;
  const needed = useOnceNeeded(open);
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        size="icon"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpenAt(pathname)}
      >
        <Menu aria-hidden />
        <span className="sr-only">Menu</span>
      </Button>
      {needed && (
        <Suspense>
          <Drawer
            open={open}
            onClose={() => setOpenAt(null)}
            onShowShortcuts={onShowShortcuts}
            button={button}
          />
        </Suspense>
      )}
    </>
  );
}
