import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { EntrySummary, StatusFilter } from "@/features/entries/entry.ts";
import { entryLink } from "@/features/entries/links.ts";
import { latestEntriesQuery } from "@/features/entries/queries.ts";
import { PageLines } from "@/features/overview/page-lines.tsx";
import { clockTime, dayOf } from "@/lib/time.ts";

type WaitingProps = { title: string; status: StatusFilter };

/** Some of what is in this state, of whatever type; nothing at all where there is none. */
export function Waiting({ title, status }: WaitingProps) {
  const { data = [] } = useQuery(latestEntriesQuery({ status }));
  if (data.length === 0) return null;
  const shown = data.slice(0, 4);
  return (
    <section aria-labelledby={status} className="border-rule-strong border-t pt-5">
      <h2 id={status} className="font-display text-2xl">
        {title}
      </h2>
      {status === "scheduled" ? <Scheduled entries={shown} /> : <PageLines pages={shown} />}
    </section>
  );
}

function Scheduled({ entries }: { entries: readonly EntrySummary[] }) {
  return (
    <ul className="mt-3">
      {entries.map((entry) => (
        <li key={entry.id} className="relative border-rule border-t py-3 hover:bg-raised">
          <Link
            {...entryLink(entry)}
            className="line-clamp-2 font-display text-xl leading-snug [overflow-wrap:anywhere] after:absolute after:inset-0"
          >
            {entry.title || "Untitled"}
          </Link>
          <p className="mt-1 text-muted text-sm">
            {entry.publishAt && <Moment what="Public" iso={entry.publishAt} />}
            {entry.publishAt && entry.unpublishAt && " · "}
            {entry.unpublishAt && <Moment what="Taken back" iso={entry.unpublishAt} />}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Moment({ what, iso }: { what: string; iso: string }) {
  return (
    <time dateTime={iso}>
      {what} on {dayOf(iso)} at {clockTime(new Date(iso))}
    </time>
  );
}
