"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

const shownMs = 2_000;

interface CopyButtonProps {
  /** What is copied. */
  text: string;
  /** What it is: “the link”. */
  what: string;
  /** An icon alone, or a button with words. */
  compact?: boolean;
}

export function CopyButton({ text, what, compact = false }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), shownMs);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      // Without https, or when the browser was told not to allow it.
      setState("failed");
    }
  }

  const Icon = state === "copied" ? Check : Copy;
  return (
    <>
      <Button
        variant={compact ? "quiet" : "secondary"}
        size={compact ? "icon-small" : "small"}
        aria-label={`Copy ${what}`}
        title={compact ? `Copy ${what}` : undefined}
        onClick={() => void copy()}
      >
        <Icon aria-hidden="true" strokeWidth={1.5} />
        {!compact && (state === "copied" ? "Copied" : state === "failed" ? "Not allowed" : "Copy")}
      </Button>
      <span role="status" className="sr-only">
        {state === "copied" && "Copied."}
        {state === "failed" && "The browser did not allow copying."}
      </span>
    </>
  );
}
