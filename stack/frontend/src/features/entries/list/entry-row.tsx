import { Link } from "@tanstack/react-router";
import { ArrowUpRight, CalendarClock, ChevronRight, House } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { ChoiceBox } from "@/components/bulk/choice-box.tsx";
import type { Choice } from "@/components/bulk/use-bulk.ts";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { type EntrySummary, titleOf } from "@/features/entries/entry.ts";
import { entryLink } from "@/features/entries/links.ts";
import { StatusBadge } from "@/features/entries/list/status-badge.tsx";
import type { BulkResult } from "@/lib/bulk.ts";
import { cn } from "@/lib/cn.ts";
import { dayOf } from "@/lib/time.ts";

type EntryRowProps = {
  entry: EntrySummary;
  /** Stands under the title. */
  note: ReactNode;
  isHome: boolean;
  /** In a tree. */
  depth?: number;
  /** Of a tree in which something can be folded; null where there is nothing below it. */
  fold?: { folded: boolean; toggle: () => void } | null;
  /** Null where this reader can do nothing with it; left out where they can with none of them. */
  choice?: Choice | null;
  result: BulkResult | undefined;
  /** Of a list in which something can be moved. */
  move?: RowMove;
};

export type RowMove = {
  ref: Ref<HTMLLIElement>;
  /** To hold it by, and other ways to move it; null where this reader may not move it. */
  handle: ReactNode;
  menu: ReactNode;
  /** Shows what would become of letting go over it. */
  mark: ReactNode;
  held: boolean;
};

/** One row an entry. The whole row opens it; only the title is the link's name. */
export function EntryRow({
  entry,
  note,
  isHome,
  depth = 0,
  fold,
  choice,
  result,
  move,
}: EntryRowProps) {
  const title = titleOf(entry);
  return (
    <li
      id={entry.id}
      ref={move?.ref}
      className={cn(
        "relative flex scroll-my-24 gap-x-3 border-rule border-b py-3.5 transition-colors hover:bg-raised",
        choice?.chosen && "bg-green-soft hover:bg-green-soft",
        move?.held && "opacity-50",
      )}
    >
      {move?.mark}
      {choice === null && <span aria-hidden className="size-8 shrink-0" />}
      {choice && <ChoiceBox choice={choice} title={title} className="relative z-10 -my-1" />}
      {move && (
        <div className="relative z-10 -my-1 hidden w-6 shrink-0 sm:block">{move.handle}</div>
      )}
      <div
        className={cn(
          "grid min-w-0 flex-1 gap-x-6 gap-y-1.5 sm:items-baseline",
          move
            ? "sm:grid-cols-[minmax(0,1fr)_auto_8rem_4rem]"
            : "sm:grid-cols-[minmax(0,1fr)_auto_8rem_2rem]",
        )}
        // A deep tree has to fit on a phone too.
        style={{ paddingInlineStart: `min(${depth * 1.5}rem, ${depth * 4}vw)` }}
      >
        <div className="flex min-w-0 items-start gap-1">
          {fold === null && <span aria-hidden className="w-7 shrink-0" />}
          {fold && (
            <button
              type="button"
              aria-expanded={!fold.folded}
              onClick={fold.toggle}
              className="relative z-10 -ml-1 grid size-8 shrink-0 place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
            >
              <ChevronRight
                aria-hidden
                className={cn("size-4 transition-transform", !fold.folded && "rotate-90")}
              />
              <span className="sr-only">Pages below “{title}”</span>
            </button>
          )}
          {/* Of the row, what stands beside it has its baseline from the title. */}
          <div className="min-w-0 self-baseline">
            <Link
              {...entryLink(entry)}
              className="font-display text-[1.375rem] leading-snug [overflow-wrap:anywhere] after:absolute after:inset-0"
            >
              {title}
            </Link>
            <p className="mt-0.5 flex items-center gap-1.5 text-muted text-sm">
              {isHome && <House aria-hidden className="size-3.5 shrink-0" />}
              <span className="truncate">{isHome ? "Home page" : note}</span>
            </p>
            <Timetable entry={entry} />
            {result && (
              <p className={cn("mt-1 text-sm", result.problem ? "text-bad" : "text-ok")}>
                {result.problem ?? result.done}
              </p>
            )}
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm sm:contents">
          <div>
            <StatusBadge entry={entry} />
          </div>
          <p className="whitespace-nowrap sm:text-right">
            <span className="sr-only">Changed </span>
            <TimeAgo iso={entry.updatedAt} />
          </p>
          <div className="relative z-10 -my-1.5 ml-auto flex sm:mt-0 sm:self-start">
            <ViewLink entry={entry} />
            {move && (move.menu ?? <span aria-hidden className="size-8" />)}
          </div>
        </div>
      </div>
    </li>
  );
}

/** What happens to it by itself, or why that failed. */
function Timetable({ entry }: { entry: EntrySummary }) {
  const { publishAt, unpublishAt, scheduleProblem } = entry;
  if (!publishAt && !unpublishAt && !scheduleProblem) return null;
  const plan = [
    publishAt && `published on ${dayOf(publishAt)}`,
    unpublishAt && `taken back on ${dayOf(unpublishAt)}`,
  ].filter(Boolean);
  const planned = `To be ${plan.join(" and ")}`;
  return (
    <p
      className={cn(
        "mt-0.5 flex items-center gap-1.5 text-sm",
        scheduleProblem ? "text-bad" : "text-muted",
      )}
    >
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0">{scheduleProblem || planned}</span>
    </p>
  );
}

function ViewLink({ entry }: { entry: EntrySummary }) {
  if (!entry.publishedPath) return null;
  return (
    <a
      href={entry.publishedPath}
      target="_blank"
      rel="noreferrer"
      title="View on the site"
      className="grid size-8 place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <ArrowUpRight aria-hidden className="size-4" />
      <span className="sr-only">View “{entry.title}” on the site (opens in a new tab)</span>
    </a>
  );
}

export function EntryRowsLoading({ what }: { what: string }) {
  return (
    <div className="mt-6 border-rule border-t">
      <p role="status" className="sr-only">
        Loading the {what}…
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
