import { useState } from "react";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { EntryRow } from "@/features/entries/list/entry-row.tsx";
import { ListFrame } from "@/features/entries/list/list-frame.tsx";
import { useEntryBulk } from "@/features/entries/list/use-entry-bulk.ts";
import { inTreeOrder } from "@/features/entries/tree.ts";
import { useMay } from "@/features/session/use-user.ts";

type TreeRowsProps = { pages: readonly EntrySummary[]; homePageId: string | null };

/** Pages below one another, as they stand on the site. */
export function TreeRows({ pages, homePageId }: TreeRowsProps) {
  const writes = useMay("pages.write");
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const branches = inTreeOrder(pages, folded);
  const deep = branches.some(({ hasChildren }) => hasChildren);
  const bulk = useEntryBulk(branches.map(({ entry }) => entry));
  const toggle = (id: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <ListFrame
      bulk={bulk}
      choosable={writes}
      counted={`${pages.length} ${pages.length === 1 ? "page" : "pages"}`}
    >
      {branches.map(({ entry, depth, hasChildren }) => (
        <EntryRow
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
        />
      ))}
    </ListFrame>
  );
}
