import { cn } from "@/lib/cn.ts";

/** A placeholder in the shape of what is loading; the surrounding region says so in words. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("animate-pulse rounded-sm bg-sunken", className)} />;
}
