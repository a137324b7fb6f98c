import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { type AuditEntry, auditQuery } from "@/features/audit/api.ts";
import { areaLabels, areaNames } from "@/features/audit/areas.ts";
import { inDetail, whatWasDone, whoDidIt } from "@/features/audit/sentences.ts";
import { siteQuery } from "@/features/site/api.ts";
import { cn } from "@/lib/cn.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

const route = getRouteApi("/signed-in/shell/audit");

export function AuditPage() {
  const { about } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: site } = useQuery(siteQuery);
  const list = useInfiniteQuery(auditQuery(about));
  useDocumentTitle("Audit log", site?.title ?? "");

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Audit log" />
      <p className="mt-4 max-w-2xl text-muted">
        Who did what here, kept for a year. Nobody can change it, not even an owner.
      </p>
      <div className="mt-8 max-w-xs">
        <Field label="Show">
          {(control) => (
            <Select
              {...control}
              value={about ?? ""}
              onChange={(event) => {
                const next = areaNames.find((name) => name === event.target.value);
                void navigate({ search: { about: next }, replace: true });
              }}
            >
              <option value="">Everything</option>
              {areaNames.map((name) => (
                <option key={name} value={name}>
                  {areaLabels[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <QueryState query={list} what="log">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")}>
              <p role="status" className="sr-only">
                {items.length} {items.length === 1 ? "entry" : "entries"}
                {list.hasNextPage && ", and more"}
              </p>
              {items.length === 0 ? (
                <p className="mt-8 border-ink border-t pt-6 text-muted">Nothing yet.</p>
              ) : (
                <ol className="mt-8 border-ink border-t">
                  {items.map((entry) => (
                    <Line key={entry.id} entry={entry} />
                  ))}
                </ol>
              )}
              {list.hasNextPage && (
                <Button
                  className="mt-6"
                  busy={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  Show more
                </Button>
              )}
            </div>
          );
        }}
      </QueryState>
    </div>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const detail = inDetail(entry);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-rule border-b py-3">
      <p className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
        <span className="font-medium">{whoDidIt(entry.actor)}</span> {whatWasDone(entry)}
        {detail && <span className="text-muted"> {detail}</span>}
      </p>
      <p className="text-muted text-sm">
        <TimeAgo iso={entry.at} />
        {entry.address && (
          <>
            <span aria-hidden> · </span>
            {entry.address}
          </>
        )}
      </p>
    </li>
  );
}
