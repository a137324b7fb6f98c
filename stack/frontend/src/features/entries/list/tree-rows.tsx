import { useState } from "react";
import { mayEdit } from "@/features/entries/access.ts";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { titleOf } from "@/features/entries/list/entry-row.tsx";
import { ListFrame } from "@/features/entries/list/list-frame.tsx";
import { TreeDrag } from "@/features/entries/list/tree-drag.tsx";
import { TreeRow } from "@/features/entries/list/tree-row.tsx";
import { useEntryBulk } from "@/features/entries/list/use-entry-bulk.ts";
import { useMove } from "@/features/entries/list/use-move.ts";
import { type Place, placed, type Step, standing, stepPlace } from "@/features/entries/places.ts";
import { inTreeOrder } from "@/features/entries/tree.ts";
import { useMay, useUser } from "@/features/session/use-user.ts";

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
  const toggle = (id: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const put = (entry: EntrySummary, place: Place) => {
    move(entry, place);
    if (place.parentId !== null && folded.has(place.parentId)) toggle(place.parentId);
    const there = standing(placed(pages, entry.id, place), entry.id);
    setSaid(`“${titleOf(entry)}” is at ${there} now.`);
  };
  const stepsOf = (entry: EntrySummary) => ({
    may: (step: Step) => stepPlace(order, entry.id, step) !== null,
    go: (step: Step) => {
      const place = stepPlace(order, entry.id, step);
      if (place) put(entry, place);
      else setSaid(`“${titleOf(entry)}” cannot go further that way.`);
    },
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
                {...(writes && { steps: mayEdit(user, entry) ? stepsOf(entry) : null })}
                mark={markOf(entry.id)}
              />
            ))}
          </ListFrame>
        )}
      </TreeDrag>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
