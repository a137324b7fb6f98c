import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface EmptyStateProps {
  title: ReactNode;
  /** Why there is nothing, and what would come here. */
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** Under the heading of a section, where it is one line of several. */
  inSection?: boolean;
  className?: string;
}

/** Nothing is here, and that is all right. What failed to load is an `ErrorState`. */
export function EmptyState({ title, children, action, inSection = false, className }: EmptyStateProps) {
  return (
    <div className={cn("border-y border-rule", inSection ? "py-6" : "py-14", className)}>
      {inSection ? <p className="font-medium">{title}</p> : <h2 className="text-2xl">{title}</h2>}
      {children && <div className={cn("max-w-prose text-ink-muted", inSection ? "mt-1" : "mt-2")}>{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
