"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";
import { type Outcome, redeemLink } from "./auth-client.ts";

interface LinkFormProps {
  readonly token: string;
  /** What the button says. */
  readonly label: string;
  /** What to do when the link does not work. */
  readonly refused: string;
  /** Where it leads. */
  readonly to: string;
}

const never = () => () => {};

/** Redeems on a press of the button and never before: mail scanners open links, people press buttons. */
export function LinkForm({ token, label, refused, to }: LinkFormProps) {
  const [state, setState] = useState<"idle" | "busy" | Exclude<Outcome, "in">>("idle");
  // Until scripts run, a press would send the form itself, which would lose the token.
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const messages = {
    idle: null,
    busy: "Opening…",
    refused: `This link is invalid, has expired or was used already. ${refused}`,
    too_many: "That was tried too often. The link stays valid; try again in a few minutes.",
    unavailable: "The portal cannot check the link right now. It stays valid; try again in a moment.",
  };

  async function enter(): Promise<void> {
    setState("busy");
    const outcome = await redeemLink(token).catch((): Outcome => "unavailable");
    if (outcome === "in") window.location.assign(to);
    else setState(outcome);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Button type="submit" busy={state === "busy"} disabled={!isReady} className="disabled:opacity-100">
        {label}
      </Button>
      <p role="status" className={`mt-4 min-h-6 ${state === "busy" ? "text-ink-muted" : "text-bad"}`}>
        {messages[state]}
      </p>
    </form>
  );
}
