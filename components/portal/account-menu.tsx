"use client";

import { CircleUser } from "lucide-react";
import Link from "next/link";
import { useEffect, useId, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { signOut } from "./auth-client.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

interface AccountMenuProps {
  email: string;
  /** Where one's own name, password and sessions are. */
  accountHref?: string;
}

const lineStyle =
  "flex min-h-11 w-full cursor-pointer items-center border-b border-rule px-4 text-left text-[0.9375rem] hover:bg-paper-sunken focus-visible:-outline-offset-2";

/** Who is signed in, the colours, and the way out. A disclosure: it is on every page, and costs no library. */
export function AccountMenu({ email, accountHref }: AccountMenuProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    const leaveIfOutside = ({ target }: Event) => {
      if (!frame.current?.contains(target as Node)) setOpen(false);
    };
    const leaveOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      setOpen(false);
      frame.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", leaveIfOutside);
    document.addEventListener("focusin", leaveIfOutside);
    document.addEventListener("keydown", leaveOnEscape);
    return () => {
      document.removeEventListener("pointerdown", leaveIfOutside);
      document.removeEventListener("focusin", leaveIfOutside);
      document.removeEventListener("keydown", leaveOnEscape);
    };
  }, [isOpen]);

  async function leave(): Promise<void> {
    if (isLeaving) return;
    setLeaving(true);
    if (await signOut().catch(() => false)) return window.location.assign("/");
    setLeaving(false);
    toast.error("Signing out did not work. Try again.");
  }

  return (
    <div ref={frame} className="relative">
      <IconButton label="Account" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <CircleUser aria-hidden="true" strokeWidth={1.5} />
      </IconButton>
      <div
        id={id}
        hidden={!isOpen}
        className="absolute top-full right-0 z-40 mt-1 w-64 rounded-base border border-rule bg-paper-raised shadow-popover"
      >
        <p className="caption border-b border-rule px-4 py-3 wrap-anywhere">{email}</p>
        {accountHref && (
          <Link href={accountHref} prefetch={false} className={lineStyle} onClick={() => setOpen(false)}>
            Account
          </Link>
        )}
        <button type="button" aria-disabled={isLeaving || undefined} className={lineStyle} onClick={() => void leave()}>
          {isLeaving ? "Signing out…" : "Sign out"}
        </button>
        <div className="flex items-center justify-between px-4 py-1.5 text-[0.9375rem]">
          <span aria-hidden="true">Colours</span>
          <ThemeSwitch />
        </div>
      </div>
    </div>
  );
}
