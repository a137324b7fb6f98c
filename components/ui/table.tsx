import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

type TableProps = ComponentProps<"table"> & {
  /** Names the table; shown to screen readers only. */
  caption: string;
};

/**
 * On a wide screen its head stays in sight; on a narrow one it scrolls sideways, not the page, and words stay
 * whole: a column would rather be as wide as its longest word than break it.
 */
export function Table({ caption, className, children, ...props }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section aria-label={caption} tabIndex={0} className="relative max-lg:overflow-x-auto">
      <table
        className={cn(
          "w-full border-collapse text-left text-[0.9375rem] max-lg:[&_:is(td,th)]:wrap-break-word max-lg:[&_th[scope=row]]:min-w-36",
          className,
        )}
        {...props}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function Tr({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cn("border-b border-rule", className)} {...props} />;
}

type ThProps = Omit<ComponentProps<"th">, "children"> & {
  children?: ReactNode;
  /** How the rows are sorted by this column; null when they are by another. */
  sorted?: "ascending" | "descending" | null;
  /** Where the other order is shown; or do it at once by `onSort`. */
  sortHref?: string;
  onSort?: () => void;
  /** Figures stand at the right. */
  numeric?: boolean;
};

export function Th({ children, sorted = null, sortHref, onSort, numeric = false, className, ...props }: ThProps) {
  const style = cn(
    "inline-flex min-h-8 items-center gap-1",
    (sortHref || onSort) && "cursor-pointer hover:text-ink",
    sorted && "text-ink",
  );
  const label = (
    <>
      {children}
      {sorted === "ascending" && <ArrowUp aria-hidden="true" strokeWidth={1.5} className="size-3.5" />}
      {sorted === "descending" && <ArrowDown aria-hidden="true" strokeWidth={1.5} className="size-3.5" />}
    </>
  );
  return (
    <th
      scope="col"
      aria-sort={sorted ?? undefined}
      className={cn(
        "caption bg-paper px-3 py-1 align-bottom font-normal whitespace-nowrap shadow-[inset_0_1px,inset_0_-1px] shadow-rule first:pl-0 last:pr-0 lg:sticky lg:top-0 lg:z-10",
        numeric && "text-right",
        className,
      )}
      {...props}
    >
      {sortHref ? (
        <Link href={sortHref} prefetch={false} scroll={false} className={style}>
          {label}
        </Link>
      ) : onSort ? (
        <button type="button" onClick={onSort} className={style}>
          {label}
        </button>
      ) : (
        <span className={style}>{label}</span>
      )}
    </th>
  );
}

type TdProps = ComponentProps<"td"> & { numeric?: boolean };

export function Td({ numeric = false, className, ...props }: TdProps) {
  return (
    <td
      className={cn("px-3 py-3 align-top first:pl-0 last:pr-0", numeric && "text-right tabular-nums", className)}
      {...props}
    />
  );
}

/** The cell that names its row. */
export function RowTh({ className, ...props }: ComponentProps<"th">) {
  return <th scope="row" className={cn("px-3 py-3 align-top font-medium first:pl-0", className)} {...props} />;
}
