import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface ErrorStateProps {
  title: ReactNode;
  /** What went wrong, and the one thing to do about it: the error table's two texts. */
  error?: { readonly code?: string; readonly message: string; readonly remedy: string };
  /** A way to try again. */
  action?: ReactNode;
  className?: string;
}

/** What belongs here could not be had: never shown as if there were nothing. */
export function ErrorState({ title, error, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("border-y border-bad py-10", className)}>
      <h2 className="flex items-start gap-3 text-2xl">
        <CircleAlert aria-hidden="true" strokeWidth={1.5} className="mt-0.5 size-6 shrink-0 text-bad" />
        {title}
      </h2>
      {error && (
        <div className="mt-3 max-w-prose wrap-anywhere">
          <p>{error.message}</p>
          <p className="text-ink-muted">{error.remedy}</p>
          {error.code && <p className="caption mt-2 font-mono">{error.code}</p>}
        </div>
      )}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
