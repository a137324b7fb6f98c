import Link from "next/link";
import { tabListStyle, tabStyle } from "@/components/ui/tab-style.ts";
import { type QueueSearch, type QueueView, queueViews } from "@/lib/domain/queue-search.ts";
import { queueHref } from "./queue-params.ts";

const names: Readonly<Record<QueueView, string>> = {
  waiting: "Waiting",
  unconfirmed: "Address not confirmed",
  decided: "Decided",
};

interface QueueViewsProps {
  search: QueueSearch;
  counts: Readonly<Record<QueueView, number>>;
}

export function QueueViews({ search, counts }: QueueViewsProps) {
  return (
    <nav aria-label="Show" className={`${tabListStyle} mb-6`}>
      {queueViews.map((view) => (
        <Link
          key={view}
          href={queueHref(view)}
          prefetch={false}
          scroll={false}
          aria-current={view === search.view ? "page" : undefined}
          className={tabStyle}
        >
          {names[view]} <span className="text-ink-muted tabular-nums">{counts[view].toLocaleString("en")}</span>
        </Link>
      ))}
    </nav>
  );
}
