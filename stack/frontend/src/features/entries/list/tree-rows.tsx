import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { mayEdit } from "@/features/entries/access.ts";
import { type EntrySummary, titleOf } from "@/features/entries/entry.ts";
import { ListFrame } from "@/features/entries/list/list-frame.tsx";
import type { Moves } from "@/features/entries/list/move-menu.tsx";
import { TreeDrag } from "@/features/entries/list/tree-drag.tsx";
import { TreeRow } from "@/features/entries/list/tree-row.tsx";
import { useEntryBulk } from "@/features/entries/list/use-entry-bulk.ts";
import { useMove } from "@/features/entries/list/use-move.ts";
import { type Place, placed, standing, stepPlace } from "@/features/entries/places.ts";
import { inTreeOrder } from "@/features/entries/tree.ts";
import { useMay, useUser } from "@/features/session/use-user.ts";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const PlaceDialog = lazy(() => import("@/features/entries/list/place-dialog.tsx"));

type TreeRowsProps = { pages: readonly EntrySummary[]; homePageId: string | null };

/** Pages below one another, as they stand on the site; whoever may change one can put it elsewhere. */
export function TreeRows({ pages, homePageId }: TreeRowsProps) {
  const user = useUser();
  const writes = useMay("pages.write");
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const order = inTreeOrder(pages);
  const branches = inTreeOrder(pages, folded);
  const deep = branches.some(({ hasChildren }) => hasChildren);
  const bulk = useEntryBulk(branches.map(({ entry }) => entry));
  const move = useMove();
  // Whose place is being chosen.
  const [chosenFor, setChosenFor] = useState<string | null>(null);
  const choosing = useOnceNeeded(chosenFor !== null);
  // Whose row has to be in sight once it stands where it was put; not every browser follows it.
  const sought = useRef<string | null>(null);
  useEffect(() => {
    const page = pages.find(({ id }) => id === sought.current);
    if (page) document.getElementById(page.id)?.scrollIntoView({ block: "nearest" });
    sought.current = null;
  }, [pages]);
  const toggle = (id: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const unfoldTo = (parentId: string | null) => {
    const parent = order.find(({ entry }) => entry.id === parentId);
    const above = parent ? [...parent.above, parent.entry] : [];
    setFolded((before) => new Set([...before].filter((id) => !above.some((one) => one.id === id))));
  };
  const put = (entry: EntrySummary, place: Place) => {
    move(entry, place);
    sought.current = entry.id;
    unfoldTo(place.parentId);
    const there = standing(placed(pages, entry.id, place), entry.id);
    setSaid(`“${titleOf(entry)}” is at ${there} now.`);
  };
  const movesOf = (entry: EntrySummary): Moves => ({
    may: (step) => stepPlace(order, entry.id, step) !== null,
    onStep: (step) => {
      const place = stepPlace(order, entry.id, step);
      if (place) put(entry, place);
      else setSaid(`“${titleOf(entry)}” cannot go further that way.`);
    },
    onChoose: () => setChosenFor(entry.id),
  });
  return (
    <>
      <TreeDrag order={order} folded={folded} onDrop={put}>
        {(markOf) => (
          <ListFrame
            bulk={bulk}
            choosable={writes}
            counted={`${pages.length} ${pages.length === 1 ? "page" : "pages"}`}
          >
            {branches.map(({ entry, depth, hasChildren }) => (
              <TreeRow
                key={entry.id}
                entry={entry}
                note={entry.path}
                isHome={entry.id === homePageId}
                depth={depth}
                {...(deep && {
                  fold: hasChildren
                    ? { folded: folded.has(entry.id), toggle: () => toggle(entry.id) }
                    : null,
                })}
                {...(writes && { choice: bulk.choiceOf(entry) })}
                result={bulk.results.get(entry.id)}
                {...(writes && { moves: mayEdit(user, entry) ? movesOf(entry) : null })}
                mark={markOf(entry.id)}
              />
            ))}
          </ListFrame>
        )}
      </TreeDrag>
      {choosing && (
        <Suspense>
          <PlaceDialog
            entry={pages.find(({ id }) => id === chosenFor) ?? null}
            pages={pages}
            onClose={() => setChosenFor(null)}
            onPut={put}
          />
        </Suspense>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
