"use client";

import { CircleUser, LogOut, UserRound } from "lucide-react";
import { useTheme } from "next-themes";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button.tsx";
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { signOut } from "./auth-client.ts";

interface AccountMenuProps {
  email: string;
  /** Where one's own name, password and sessions are. */
  accountHref?: string;
}

const themes = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As the system" },
] as const;

/** Who is signed in, the colours, and the way out. */
export function AccountMenu({ email, accountHref }: AccountMenuProps) {
  const { theme, setTheme } = useTheme();
  const [isLeaving, setLeaving] = useState(false);

  async function leave(): Promise<void> {
    setLeaving(true);
    if (await signOut().catch(() => false)) return window.location.assign("/");
    setLeaving(false);
    toast.error("Signing out did not work. Try again.");
  }

  return (
    <Menu
      trigger={
        <IconButton label="Account">
          <CircleUser aria-hidden="true" strokeWidth={1.5} />
        </IconButton>
      }
      className="w-64"
    >
      <p className="caption px-3 pt-2 pb-1.5 wrap-anywhere">{email}</p>
      {accountHref && (
        <MenuLink href={accountHref}>
          <UserRound aria-hidden="true" strokeWidth={1.5} />
          Account
        </MenuLink>
      )}
      <MenuItem disabled={isLeaving} closeOnClick={false} onClick={() => void leave()}>
        <LogOut aria-hidden="true" strokeWidth={1.5} />
        {isLeaving ? "Signing out…" : "Sign out"}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice label="Colours" value={theme ?? "system"} onChange={setTheme} choices={themes} />
    </Menu>
  );
}
