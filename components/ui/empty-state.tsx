import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface EmptyStateProps {
  title: ReactNode;
  /** Why there is nothing, and what would come here. */
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  className?: string;
}

/** Nothing is here, and that is all right. What failed to load is an `ErrorState`. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("border-y border-rule py-14", className)}>
      <h2 className="text-2xl">{title}</h2>
      {children && <div className="mt-2 max-w-prose text-ink-muted">{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
