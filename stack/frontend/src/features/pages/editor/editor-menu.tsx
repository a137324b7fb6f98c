import { EllipsisVertical, EyeOff, Keyboard, Trash2 } from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu.tsx";
import type { Page } from "@/features/pages/api.ts";

type EditorMenuProps = {
  page: Page | null;
  /** Null for those who may not. */
  onUnpublish: (() => void) | null;
  onDelete: () => void;
  onShowShortcuts: () => void;
};

export function EditorMenu({ page, onUnpublish, onDelete, onShowShortcuts }: EditorMenuProps) {
  return (
    <Menu>
      <MenuTrigger className={buttonVariants({ variant: "quiet", size: "icon" })}>
        <EllipsisVertical aria-hidden />
        <span className="sr-only">More</span>
      </MenuTrigger>
      <MenuContent>
        {onUnpublish && page?.published && (
          <MenuItem onClick={onUnpublish}>
            <EyeOff aria-hidden />
            Unpublish
          </MenuItem>
        )}
        <MenuItem onClick={onShowShortcuts}>
          <Keyboard aria-hidden />
          Keyboard shortcuts
        </MenuItem>
        {page && (
          <>
            <MenuSeparator />
            <MenuItem className="text-bad" onClick={onDelete}>
              <Trash2 aria-hidden />
              Delete…
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
