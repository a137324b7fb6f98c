import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { inputClasses } from "@/components/ui/input.tsx";
import { cn } from "@/lib/cn.ts";

/** The platform's own list, which every phone and screen reader handles best. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <div className="relative">
      <select className={cn(inputClasses, "h-11 appearance-none pr-10", className)} {...props} />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-3.5 right-3 size-4 text-muted"
      />
    </div>
  );
}
