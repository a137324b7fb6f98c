import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { Entry } from "@/features/entries/entry.ts";
import {
  type RevisionSummary,
  revisionQuery,
  revisionsQuery,
} from "@/features/entries/history/api.ts";
import { compare } from "@/features/entries/history/compare.ts";
import { Comparison } from "@/features/entries/history/comparison.tsx";
import { labelOf } from "@/features/entries/history/field-labels.ts";
import { type Pair, RevisionList } from "@/features/entries/history/revision-list.tsx";
import { snapshotOf } from "@/features/entries/history/snapshot.ts";
import { allPagesQuery } from "@/features/entries/queries.ts";
import { countedTermsQuery } from "@/features/terms/api.ts";
import type { ContentType } from "@/features/types/api.ts";

type HistoryWindowProps = {
  type: ContentType;
  entry: Entry;
  /** What the present version is held against at first; null while the window is closed. */
  compareWith: "last" | "public" | null;
  onClose: () => void;
  /** @throws {ApiError} */
  onRestore: (number: number) => Promise<void>;
};

/** Everything that was ever saved of an entry: to be looked at, compared and brought back. */
export default function HistoryWindow({ compareWith, onClose, ...props }: HistoryWindowProps) {
  return (
    <Dialog
      open={compareWith !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="History"
      startAt="title"
      className="h-[calc(100dvh-2rem)] max-w-6xl"
    >
      {compareWith && <History {...props} first={compareWith} onDone={onClose} />}
    </Dialog>
  );
}

type HistoryProps = Pick<HistoryWindowProps, "type" | "entry" | "onRestore"> & {
  first: "last" | "public";
  onDone: () => void;
};

function History({ type, entry, first, onRestore, onDone }: HistoryProps) {
  const list = useInfiniteQuery(revisionsQuery(entry.id));
  const revisions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [chosen, setChosen] = useState<Pair | null>(null);
  const pair = chosen ?? firstPair(revisions, first === "public" ? entry.publishedVersion : null);
  const [restoring, setRestoring] = useState(false);
  if (!pair)
    return (
      <QueryState query={list} what="history">
        {() => null}
      </QueryState>
    );
  const [from, to] = pair;
  return (
    <div className="mt-5 grid gap-x-8 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <section aria-label="Versions" className="max-lg:max-h-64 max-lg:overflow-y-auto">
        <p className="border-rule border-b pb-2 text-muted text-sm">
          Choose two: what was, and what it became.
        </p>
        <RevisionList entry={entry} revisions={revisions} pair={pair} onChange={setChosen} />
        {list.hasNextPage && (
          <Button
            size="sm"
            className="mt-4"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show older ones
          </Button>
        )}
      </section>
      <section aria-label="Comparison" className="min-w-0">
        <div className="mb-5 flex flex-wrap items-center justify-between gap-3 border-rule border-b pb-3">
          <p role="status" className="text-muted text-sm">
            {from === to
              ? "There is one version so far."
              : `Version ${from} on the left, version ${to} on the right`}
          </p>
          {from !== entry.version && (
            <Button size="sm" onClick={() => setRestoring(true)}>
              Restore version {from}…
            </Button>
          )}
        </div>
        <Compared type={type} entry={entry} pair={pair} />
      </section>
      <ConfirmDialog
        open={restoring}
        onClose={() => setRestoring(false)}
        title={`Restore version ${from}?`}
        description="It becomes the newest version. What stands here now stays in the history, and visitors see nothing of it before you publish."
        confirm="Restore it"
        cancel="Keep what is here"
        run={async () => {
          await onRestore(from);
          onDone();
        }}
      />
    </div>
  );
}

type ComparedProps = { type: ContentType; entry: Entry; pair: Pair };

function Compared({ type, entry, pair: [from, to] }: ComparedProps) {
  const before = useQuery(revisionQuery(entry.id, from));
  const after = useQuery(revisionQuery(entry.id, to));
  const { data: pages = [] } = useQuery({ ...allPagesQuery, enabled: type.tree });
  const { data: terms = [] } = useQuery({ ...countedTermsQuery, enabled: type.key === "post" });
  return (
    <QueryState query={before} what="earlier version">
      {(was) => (
        <QueryState query={after} what="later version">
          {(is) => (
            <Comparison
              key={`${from} ${to}`}
              sections={compare(
                snapshotOf(was, { pages, terms }),
                snapshotOf(is, { pages, terms }),
              )}
              labelOf={(key) => labelOf(key, type)}
              names={[`Version ${from}`, `Version ${to}`]}
            />
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

/** The newest version, and the one before it unless another is asked for; null for none at all. */
function firstPair(revisions: readonly RevisionSummary[], wanted: number | null): Pair | null {
  const [newest, before] = revisions;
  return newest ? [wanted ?? (before ?? newest).number, newest.number] : null;
}
