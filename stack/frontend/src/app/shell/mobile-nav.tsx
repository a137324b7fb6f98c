import { Dialog } from "@base-ui/react/dialog";
import { useLocation } from "@tanstack/react-router";
import { Menu, X } from "lucide-react";
import { useState } from "react";
import { Sidebar } from "@/app/shell/sidebar.tsx";
import { buttonVariants } from "@/components/ui/button.tsx";
import { backdropClasses } from "@/components/ui/dialog.tsx";
import { cn } from "@/lib/cn.ts";

/** The sidebar as a drawer, for screens without room for it. Closes when the place changes. */
export function MobileNav({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const close = () => setOpenAt(null);
  return (
    <Dialog.Root
      open={openAt === pathname}
      onOpenChange={(open) => setOpenAt(open ? pathname : null)}
    >
      <Dialog.Trigger className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "-mr-2")}>
        <Menu aria-hidden />
        <span className="sr-only">Menu</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClasses} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] overflow-y-auto border-rule border-r bg-paper transition-transform duration-200 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <Dialog.Title className="sr-only">Menu</Dialog.Title>
          <Sidebar
            id="drawer"
            onShowShortcuts={() => {
              close();
              onShowShortcuts();
            }}
          />
          <Dialog.Close
            className={cn(
              buttonVariants({ variant: "quiet", size: "icon" }),
              "absolute top-3 right-2",
            )}
          >
            <X aria-hidden />
            <span className="sr-only">Close menu</span>
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
