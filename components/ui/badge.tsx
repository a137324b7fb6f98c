import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const badgeStyle = cva(
  "inline-flex items-center gap-1.5 rounded-[3px] px-2 text-[0.8125rem] leading-6 font-medium whitespace-nowrap",
  {
    variants: {
      tone: {
        ok: "bg-ok-soft text-ok",
        busy: "bg-busy-soft text-busy",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        idle: "bg-idle-soft text-idle",
        plain: "border border-rule-strong leading-5.5 text-ink-muted",
      },
    },
    defaultVariants: { tone: "idle" },
  },
);

/** A word on a state; the word carries the meaning, the colour only repeats it. */
export function Badge({ tone, className, ...props }: ComponentProps<"span"> & VariantProps<typeof badgeStyle>) {
  return <span className={cn(badgeStyle({ tone }), className)} {...props} />;
}

/** How many wait, beside what they wait in; `label` says it in words: “4 applications wait”. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className="inline-grid min-w-5 place-items-center rounded-full bg-green px-1.5 text-xs leading-5 font-medium text-on-green tabular-nums">
      <span aria-hidden="true">{count > 999 ? "999+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
