import { EllipsisVertical, EyeOff, History, Keyboard, Trash2 } from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu.tsx";
import type { Entry } from "@/features/entries/entry.ts";

type EditorMenuProps = {
  entry: Entry | null;
  /** Null for those who may not. */
  onUnpublish: (() => void) | null;
  onDelete: () => void;
  onShowHistory: () => void;
  onShowShortcuts: () => void;
};

export function EditorMenu({
  entry,
  onUnpublish,
  onDelete,
  onShowHistory,
  onShowShortcuts,
}: EditorMenuProps) {
  return (
    <Menu>
      <MenuTrigger className={buttonVariants({ variant: "quiet", size: "icon" })}>
        <EllipsisVertical aria-hidden />
        <span className="sr-only">More</span>
      </MenuTrigger>
      <MenuContent>
        {entry && (
          <MenuItem onClick={onShowHistory}>
            <History aria-hidden />
            History…
          </MenuItem>
        )}
        {onUnpublish && entry?.published && (
          <MenuItem onClick={onUnpublish}>
            <EyeOff aria-hidden />
            Unpublish
          </MenuItem>
        )}
        <MenuItem onClick={onShowShortcuts}>
          <Keyboard aria-hidden />
          Keyboard shortcuts
        </MenuItem>
        {entry && (
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
