import type { ComponentProps } from "react";
import { cn } from "@/lib/cn.ts";

export const inputClasses =
  "w-full min-w-0 rounded border border-rule-strong bg-raised px-3 text-base text-ink transition-colors hover:border-ink-muted focus-visible:border-green focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-bad disabled:opacity-60";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(inputClasses, "h-11", className)} {...props} />;
}
