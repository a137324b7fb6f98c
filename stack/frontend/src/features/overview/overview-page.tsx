import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowRight, Plus } from "lucide-react";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { newEntryLink } from "@/features/entries/links.ts";
import { latestEntriesQuery } from "@/features/entries/queries.ts";
import { greeting } from "@/features/overview/greeting.ts";
import { hintsFor } from "@/features/overview/hints.ts";
import { PageLines, PageLinesLoading } from "@/features/overview/page-lines.tsx";
import { SiteCard } from "@/features/overview/site-card.tsx";
import { Waiting } from "@/features/overview/waiting.tsx";
import { useMay, useUser } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

/** Where one arrives: what was last worked on, what waits, and how the site stands. */
export function OverviewPage() {
  const user = useUser();
  const writes = useMay("pages.write");
  const publishes = useMay("pages.publish");
  const { data: site } = useQuery(siteQuery);
  const latest = useQuery(latestEntriesQuery());
  const published = useQuery(latestEntriesQuery({ status: "published" }));
  useDocumentTitle("Overview", site?.title ?? "");

  const empty = latest.data?.length === 0;
  const hints =
    site && published.data && !empty ? hintsFor(user, site, published.data.length > 0) : [];
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={greeting(user.name, new Date())}>
        {writes && !empty && (
          <Link {...newEntryLink("page")} className={buttonVariants({ variant: "primary" })}>
            <Plus aria-hidden />
            New page
          </Link>
        )}
      </PageHeader>
      <div className="mt-10 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid content-start gap-12">
          {hints.length > 0 && (
            <section aria-labelledby="hints" className="border-green border-t-2 pt-5">
              <h2 id="hints" className="font-display text-2xl">
                Before visitors come
              </h2>
              <ul className="mt-3">
                {hints.map(({ name, line, to }) => (
                  <li
                    key={name}
                    className="relative flex items-center gap-4 border-rule border-t py-3 hover:bg-raised"
                  >
                    <div className="min-w-0 flex-1">
                      <Link to={to} className="font-medium after:absolute after:inset-0">
                        {name}
                      </Link>
                      <p className="text-muted text-sm">{line}</p>
                    </div>
                    <ArrowRight aria-hidden className="size-4 shrink-0 text-muted" />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="latest" className="border-ink border-t pt-5">
            {empty ? (
              <Message title={writes ? "Write the first page" : "Nothing written yet"}>
                <p className="text-muted">
                  {writes
                    ? "It stays a draft until it is published: nobody outside sees it."
                    : "Pages and posts appear here as soon as somebody writes one."}
                </p>
                {writes && (
                  <Link
                    {...newEntryLink("page")}
                    className={buttonVariants({ variant: "primary" })}
                  >
                    <Plus aria-hidden />
                    New page
                  </Link>
                )}
              </Message>
            ) : (
              <>
                <h2 id="latest" className="font-display text-2xl">
                  Last changed
                </h2>
                {latest.data ? (
                  <PageLines pages={latest.data} withStatus />
                ) : latest.isError ? (
                  <Failed error={latest.error} onRetry={() => void latest.refetch()} />
                ) : (
                  <PageLinesLoading what="what was last changed" />
                )}
              </>
            )}
          </section>
        </div>
        <div className="grid content-start gap-12">
          {site && <SiteCard site={site} />}
          {publishes && <Waiting title="Waiting for review" status="in_review" />}
          <Waiting title="Scheduled" status="scheduled" />
          <Waiting title="Drafts" status="draft" />
        </div>
      </div>
    </div>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert" className="mt-4 grid justify-items-start gap-3">
      <p className="text-bad">{messageOf(error)}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
