import { useQuery } from "@tanstack/react-query";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { EntryRow } from "@/features/entries/list/entry-row.tsx";
import { ListFrame } from "@/features/entries/list/list-frame.tsx";
import { useEntryBulk } from "@/features/entries/list/use-entry-bulk.ts";
import { useMay } from "@/features/session/use-user.ts";
import { countedTermsQuery, type Term } from "@/features/terms/api.ts";
import type { ContentType } from "@/features/types/api.ts";

type FlatRowsProps = {
  type: ContentType;
  entries: readonly EntrySummary[];
  /** Whether there are others that are not loaded yet. */
  more: boolean;
  homePageId: string | null;
};

export function FlatRows({ type, entries, more, homePageId }: FlatRowsProps) {
  const writes = useMay("pages.write");
  const bulk = useEntryBulk(entries);
  const { data: terms = [] } = useQuery({ ...countedTermsQuery, enabled: type.key === "post" });
  const noun = entries.length === 1 ? type.name : type.plural;
  return (
    <ListFrame
      bulk={bulk}
      choosable={writes}
      counted={`${entries.length} ${noun.toLowerCase()}${more ? ", and more" : ""}`}
    >
      {entries.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          note={noteOn(entry, terms)}
          isHome={entry.id === homePageId}
          {...(writes && { choice: bulk.choiceOf(entry) })}
          result={bulk.results.get(entry.id)}
        />
      ))}
    </ListFrame>
  );
}

/** Who wrote a post and what it is about; of anything else, where it is. */
function noteOn(entry: EntrySummary, terms: readonly Term[]): string {
  if (entry.type === "page") return entry.path ?? "";
  const about = terms.filter(({ id }) => entry.terms.includes(id)).map(({ name }) => name);
  return [entry.author && `By ${entry.author.name}`, about.join(", ")].filter(Boolean).join(" · ");
}
