import { Link } from "@tanstack/react-router";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { entryLink } from "@/features/entries/links.ts";
import { StatusBadge } from "@/features/entries/list/status-badge.tsx";

type PageLinesProps = { pages: readonly EntrySummary[]; withStatus?: boolean };

/** A few pages, a line each; the whole line opens the page. */
export function PageLines({ pages, withStatus = false }: PageLinesProps) {
  return (
    <ul className="mt-3">
      {pages.map((page) => (
        <li
          key={page.id}
          className="relative flex items-baseline gap-4 border-rule border-t py-3 transition-colors hover:bg-raised"
        >
          <Link
            {...entryLink(page)}
            className="line-clamp-2 min-w-0 flex-1 font-display text-xl leading-snug [overflow-wrap:anywhere] after:absolute after:inset-0"
          >
            {page.title || "Untitled"}
          </Link>
          {withStatus && (!page.published || page.hasChanges) && <StatusBadge entry={page} />}
          <p className="shrink-0 text-muted text-sm">
            <span className="sr-only">Changed </span>
            <TimeAgo iso={page.updatedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function PageLinesLoading({ what }: { what: string }) {
  return (
    <div className="mt-3">
      <p role="status" className="sr-only">
        Loading {what}…
      </p>
      {["w-2/5", "w-3/5", "w-1/3", "w-1/2"].map((width) => (
        <div key={width} className="border-rule border-t py-3">
          <Skeleton className={`h-7 ${width}`} />
        </div>
      ))}
    </div>
  );
}
