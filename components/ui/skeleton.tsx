import { cn } from "./cn.ts";

/** A placeholder in the shape of what is loading; the surrounding region says so in words. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cn("rounded-[3px] bg-paper-sunken motion-safe:animate-pulse", className)} />
  );
}
