import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

const tones = {
  ok: "bg-ok-soft text-ok",
  idle: "bg-idle-soft text-idle",
  warn: "bg-warn-soft text-warn",
};

/** A word on a state; the word carries the meaning, the colour only repeats it. */
export function Badge({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex items-center rounded-sm px-2 py-0.5 font-medium text-[0.8125rem] leading-5",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
