import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export const inputStyle =
  "w-full min-w-0 rounded-base border border-rule-strong bg-paper-raised px-3 text-base text-ink transition-colors placeholder:text-ink-muted hover:border-ink-muted focus-visible:border-green focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-bad disabled:cursor-not-allowed disabled:opacity-60";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(inputStyle, "min-h-11", className)} {...props} />;
}
