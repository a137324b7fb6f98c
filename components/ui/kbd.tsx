import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-flex min-w-6 items-center justify-center rounded-[3px] border border-rule-strong px-1.5 font-body text-[0.75rem] leading-5.5 text-ink-muted",
        className,
      )}
      {...props}
    />
  );
}
