"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { signOut } from "./auth-client.ts";

export function SignOut() {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function leave(): Promise<void> {
    setState("busy");
    if (await signOut().catch(() => false)) window.location.assign("/");
    else setState("failed");
  }

  return (
    <>
      <Button variant="quiet" size="small" busy={state === "busy"} onClick={() => void leave()}>
        Sign out
      </Button>
      <span role="status" className="sr-only">
        {state === "failed" && "Signing out did not work. Try again."}
      </span>
      {state === "failed" && (
        <span aria-hidden="true" className="text-sm text-bad">
          Try again
        </span>
      )}
    </>
  );
}
