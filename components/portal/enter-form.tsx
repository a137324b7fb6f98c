"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { type Redemption, redeemLink } from "./auth-client.ts";

type State = "idle" | "busy" | Exclude<Redemption, "in">;

const messages: Record<State, string | null> = {
  idle: null,
  busy: "Opening…",
  refused: "This link is invalid, has expired or was used already. Make a new one with ./freehold admin-link.",
  unavailable: "The portal cannot check the link right now. It stays valid; try again in a moment.",
};

/** Redeems on a press of the button and never before: mail scanners open links, people press buttons. */
export function EnterForm({ token }: { token: string }) {
  const [state, setState] = useState<State>("idle");

  async function enter(): Promise<void> {
    setState("busy");
    const outcome = await redeemLink(token).catch((): Redemption => "unavailable");
    if (outcome === "in") window.location.assign("/admin");
    else setState(outcome);
  }

  const message = messages[state];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Button type="submit" busy={state === "busy"}>
        Enter the portal
      </Button>
      <p role="status" className={`mt-4 min-h-6 ${state === "busy" ? "text-ink-muted" : "text-bad"}`}>
        {message}
      </p>
    </form>
  );
}
