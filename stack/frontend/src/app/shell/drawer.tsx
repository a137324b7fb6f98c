import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { RefObject } from "react";
import { Sidebar } from "@/app/shell/sidebar.tsx";
import { buttonVariants } from "@/components/ui/button.tsx";
import { backdropClasses } from "@/components/ui/dialog.tsx";
import { cn } from "@/lib/cn.ts";

type DrawerProps = {
  open: boolean;
  onClose: () => void;
  onShowShortcuts: () => void;
  button: RefObject<HTMLButtonElement | null>;
};

/** The sidebar, sliding in over the page. */
export default function Drawer({ open, onClose, onShowShortcuts, button }: DrawerProps) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClasses} />
        <Dialog.Popup
          finalFocus={button}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] overflow-y-auto border-rule border-r bg-paper transition-transform duration-200 data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          <Dialog.Title className="sr-only">Menu</Dialog.Title>
          <Sidebar
            id="drawer"
            onShowShortcuts={() => {
              onClose();
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
