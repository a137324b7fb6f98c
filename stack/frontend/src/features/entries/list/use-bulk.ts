import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { mayEdit } from "@/features/entries/access.ts";
import type { BulkAction } from "@/features/entries/api.ts";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { doWithAll, type RowResult, summaryOf } from "@/features/entries/list/bulk.ts";
import { entriesKey } from "@/features/entries/queries.ts";
import { useUser } from "@/features/session/use-user.ts";
import { messageOf } from "@/lib/api-error.ts";

const none: ReadonlySet<string> = new Set();
const nothing: ReadonlyMap<string, RowResult> = new Map();

/** Which entries of a list are chosen, what is done with them, and what became of each. */
export function useBulk(entries: readonly EntrySummary[]) {
  const user = useUser();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(none);
  const [results, setResults] = useState(nothing);
  const [busy, setBusy] = useState<BulkAction | null>(null);
  const shown = entries.filter((entry) => mayEdit(user, entry)).map(({ id }) => id);
  // What is no longer in sight is not acted upon.
  const ids = shown.filter((id) => chosen.has(id));

  const act = async (action: BulkAction): Promise<void> => {
    if (busy) return;
    setBusy(action);
    try {
      const became = await doWithAll(ids, action);
      setResults(became);
      setChosen(new Set(ids.filter((id) => became.get(id)?.problem)));
      await queryClient.invalidateQueries({ queryKey: entriesKey });
      toast.message(summaryOf(action, became));
    } catch (error) {
      toast.error(messageOf(error));
    } finally {
      setBusy(null);
    }
  };

  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });

  return {
    count: ids.length,
    allChosen: shown.length > 0 && ids.length === shown.length,
    /** Null for one that this writer may not change. */
    choiceOf: (entry: EntrySummary) =>
      mayEdit(user, entry)
        ? { chosen: chosen.has(entry.id), toggle: () => toggle(entry.id) }
        : null,
    toggleAll: () => setChosen(ids.length === shown.length ? none : new Set(shown)),
    clear: () => setChosen(none),
    results,
    busy,
    act,
  };
}
