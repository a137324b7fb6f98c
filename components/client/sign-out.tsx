"use client";

import { useState } from "react";
import { signOut } from "@/components/portal/auth-client.ts";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";

/** Signs out and goes on as nobody. */
export function SignOut({ next }: { next: string }) {
  const [isBusy, setBusy] = useState(false);

  async function leave(): Promise<void> {
    setBusy(true);
    if (await signOut().catch(() => false)) return window.location.assign(next);
    setBusy(false);
    toast.error("Signing out did not work. Try again in a moment.");
  }

  return (
    <Button variant="secondary" size="small" busy={isBusy} onClick={() => void leave()}>
      Sign out
    </Button>
  );
}
