import Link from "next/link";
import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  /** Where the page belongs: one step up. */
  parent?: { readonly href: string; readonly name: string };
}

/** The title of a page and what can be done with it. */
export function PageHeader({ title, subtitle, actions, parent }: PageHeaderProps) {
  return (
    <>
      {parent && (
        <nav aria-label="Breadcrumb" className="mb-5">
          <Link href={parent.href} prefetch={false} className="link caption inline-flex min-h-6 items-center">
            {parent.name}
          </Link>
        </nav>
      )}
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-4xl wrap-anywhere sm:text-6xl">{title}</h1>
          {subtitle && <div className="mt-3 max-w-2xl text-lg text-ink-muted">{subtitle}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </div>
    </>
  );
}
