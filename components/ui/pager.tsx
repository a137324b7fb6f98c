import Link from "next/link";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

interface PagerProps {
  /** From 0. */
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}

const number = (value: number): string => value.toLocaleString("en");

export function Pager({ page, pageSize, total, href }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-rule pt-4"
    >
      <p className="caption tabular-nums">
        {number(Math.min(total, page * pageSize + 1))}–{number(Math.min(total, (page + 1) * pageSize))} of{" "}
        {number(total)}
      </p>
      {pages > 1 && (
        <div className="flex items-center gap-2">
          <Step label="Previous" href={page > 0 ? href(page - 1) : null} />
          <span className="caption px-1 tabular-nums">
            Page {number(page + 1)} of {number(pages)}
          </span>
          <Step label="Next" href={page < pages - 1 ? href(page + 1) : null} />
        </div>
      )}
    </nav>
  );
}

function Step({ label, href }: { label: string; href: string | null }) {
  const style = buttonStyle({ variant: "secondary", size: "small" });
  if (href === null) {
    return (
      <span aria-disabled="true" className={cn(style, "opacity-50 hover:bg-transparent")}>
        {label}
      </span>
    );
  }
  return (
    <Link href={href} prefetch={false} scroll={false} className={style}>
      {label}
    </Link>
  );
}
