import { Link } from "@tanstack/react-router";
import { ArrowUpRight, House } from "lucide-react";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { PageSummary } from "@/features/pages/api.ts";
import { StatusBadge } from "@/features/pages/list/status-badge.tsx";

type PageRowsProps = { pages: readonly PageSummary[]; homePageId: string | null };

const columns =
  "grid gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_9rem_8rem_2rem] sm:items-baseline";

/** One row a page. The whole row opens the page; only the title is the link's name. */
export function PageRows({ pages, homePageId }: PageRowsProps) {
  return (
    <ul>
      {pages.map((page) => (
        <li
          key={page.id}
          className={`${columns} relative border-rule border-b py-4 transition-colors hover:bg-raised`}
        >
          <div className="min-w-0">
            <Link
              to="/pages/$pageId"
              params={{ pageId: page.id }}
              className="font-display text-[1.375rem] leading-snug [overflow-wrap:anywhere] after:absolute after:inset-0"
            >
              {page.title || "Untitled"}
            </Link>
            <p className="mt-0.5 flex items-center gap-1.5 text-muted text-sm">
              {page.id === homePageId && <House aria-hidden className="size-3.5 shrink-0" />}
              <span className="truncate">{page.id === homePageId ? "Home page" : page.path}</span>
            </p>
          </div>
          <div className="flex items-center gap-4 text-muted text-sm sm:contents">
            <div>
              <StatusBadge page={page} />
            </div>
            <p>
              <span className="sr-only">Updated </span>
              <TimeAgo iso={page.updatedAt} />
            </p>
            <ViewLink page={page} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ViewLink({ page }: { page: PageSummary }) {
  if (!page.publishedPath) return <span className="hidden sm:block" />;
  return (
    <a
      href={page.publishedPath}
      target="_blank"
      rel="noreferrer"
      title="View on the site"
      className="relative z-10 -my-1.5 ml-auto grid size-8 place-items-center sm:self-start sm:mt-0 rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <ArrowUpRight aria-hidden className="size-4" />
      <span className="sr-only">View “{page.title}” on the site (opens in a new tab)</span>
    </a>
  );
}

export function PageRowsLoading() {
  return (
    <div>
      <p role="status" className="sr-only">
        Loading the pages…
      </p>
      {["w-2/5", "w-3/5", "w-1/3", "w-1/2"].map((width) => (
        <div key={width} className="border-rule border-b py-4">
          <Skeleton className={`h-7 ${width}`} />
          <Skeleton className="mt-2 h-4 w-28" />
        </div>
      ))}
    </div>
  );
}
