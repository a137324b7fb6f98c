import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const dotStyle = cva("size-2 shrink-0 rounded-full", {
  variants: {
    tone: {
      ok: "bg-ok",
      busy: "bg-busy motion-safe:animate-pulse",
      warn: "bg-warn",
      bad: "bg-bad",
      idle: "border border-rule-strong",
    },
  },
  defaultVariants: { tone: "idle" },
});

interface StatusDotProps extends VariantProps<typeof dotStyle> {
  /** Always in words too: a dot alone says nothing. */
  children: ReactNode;
  className?: string;
}

export function StatusDot({ tone, children, className }: StatusDotProps) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <span aria-hidden="true" className={dotStyle({ tone })} />
      <span className="self-baseline">{children}</span>
    </span>
  );
}
