import type { VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

/** Leads somewhere, and looks like a button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...props
}: ComponentProps<typeof Link> & VariantProps<typeof buttonStyle>) {
  return <Link prefetch={false} className={cn(buttonStyle({ variant, size }), className)} {...props} />;
}
