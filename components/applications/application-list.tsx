import type { ReactNode, Ref } from "react";
import { cn } from "@/components/ui/cn.ts";

interface ApplicationListProps {
  /** Names the list for screen readers. */
  label: string;
  /** What stands over the columns of a wide screen; one that needs no words is empty. */
  heads: readonly string[];
  /** The columns themselves, as a class. */
  columns: string;
  ref?: Ref<HTMLUListElement>;
  children: ReactNode;
}

/**
 * Applications one under the other: with columns on a wide screen, a card each on a narrow one. A list, not a
 * table, since a table that is laid out as cards is none any more to assistive technology.
 */
export function ApplicationList({ label, heads, columns, ref, children }: ApplicationListProps) {
  return (
    <div className={cn("text-[0.9375rem] lg:grid lg:gap-x-6", columns)}>
      <div
        aria-hidden="true"
        className="caption border-y border-rule bg-paper py-2 max-lg:hidden lg:sticky lg:top-0 lg:z-10 lg:col-span-full lg:grid lg:grid-cols-subgrid"
      >
        {heads.map((head, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never change
          <span key={index}>{head}</span>
        ))}
      </div>
      <ul ref={ref} aria-label={label} className="grid gap-y-3 lg:col-span-full lg:grid-cols-subgrid lg:gap-y-0">
        {children}
      </ul>
    </div>
  );
}

interface ApplicationCardProps {
  /** Names it in the list, with what stands under the name. */
  company: ReactNode;
  beneath?: ReactNode;
  /** Before the name, such as a box to choose it by; null keeps its column empty. */
  mark?: ReactNode;
  className?: string;
  /** The cells of the other columns. */
  children: ReactNode;
}

/** One application of an `ApplicationList`; props such as `data-…` go to its element. */
export function ApplicationCard({ company, beneath, mark, className, children, ...data }: ApplicationCardProps) {
  return (
    <li
      className={cn(
        "grid min-w-0 content-start gap-y-2.5 rounded-base border border-rule bg-paper-raised p-4",
        "lg:col-span-full lg:grid-cols-subgrid lg:rounded-none lg:border-x-0 lg:border-t-0 lg:bg-transparent lg:px-0",
        className,
      )}
      {...data}
    >
      <div className="flex gap-3 lg:contents">
        {mark !== undefined && <div className="empty:hidden lg:empty:block">{mark}</div>}
        <div className="min-w-0 flex-1">
          <h2 className="font-body text-base font-medium tracking-normal wrap-anywhere lg:text-[0.9375rem] lg:leading-normal">
            {company}
          </h2>
          {beneath}
        </div>
      </div>
      {children}
    </li>
  );
}
