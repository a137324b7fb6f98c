import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface SectionProps {
  id: string;
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** On a wide screen the heading stands to the left of what it is about: for forms, which are narrow. */
  isBeside?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part of a page with a heading that names it, and can be linked to. */
export function Section({ id, title, subtitle, actions, isBeside = false, className, children }: SectionProps) {
  return (
    <section
      aria-labelledby={id}
      className={cn(
        "mt-14",
        isBeside && "lg:grid lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-x-16 lg:border-t lg:border-rule lg:pt-8",
        className,
      )}
    >
      <div className="mb-4 flex flex-wrap items-end self-start justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id={id} className="text-2xl">
            {title}
          </h2>
          {subtitle && <div className="mt-1.5 max-w-prose text-ink-muted">{subtitle}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
