import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown, Keyboard, LogOut } from "lucide-react";
import { toast } from "sonner";
import {
  Menu,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu.tsx";
import { sessionQuery, signOut } from "@/features/session/api.ts";
import { messageOf } from "@/lib/api-error.ts";

const signedIn = getRouteApi("/signed-in");

export function UserMenu({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const { user } = signedIn.useRouteContext();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      toast.error(`You are still signed in. ${messageOf(error)}`);
      return;
    }
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: "/sign-in" });
  };

  return (
    <Menu>
      <MenuTrigger className="flex w-full items-center gap-2 rounded px-2 py-2 text-left text-[0.9375rem] hover:bg-sunken data-popup-open:bg-sunken">
        <span className="min-w-0 flex-1 truncate">{user.name}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </MenuTrigger>
      <MenuContent align="start" side="top">
        <MenuGroup>
          <MenuLabel className="truncate">{user.email}</MenuLabel>
          <MenuSeparator />
          <MenuItem onClick={onShowShortcuts}>
            <Keyboard aria-hidden />
            Keyboard shortcuts
          </MenuItem>
          <MenuItem onClick={() => void leave()}>
            <LogOut aria-hidden />
            Sign out
          </MenuItem>
        </MenuGroup>
      </MenuContent>
    </Menu>
  );
}
