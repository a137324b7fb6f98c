import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A sheet of paper on the paper: for what stands apart, seldom for layout. Hairlines usually do. */
export function Panel({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("rounded-base border border-rule bg-paper-raised p-5 sm:p-6", className)} {...props} />;
}
