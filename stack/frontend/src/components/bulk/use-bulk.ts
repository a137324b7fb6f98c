import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf } from "@/lib/api-error.ts";
import { type BulkAnswer, type BulkResults, between, resultsOf, summaryOf } from "@/lib/bulk.ts";
import { useFocusKept } from "@/lib/use-focus-kept.ts";

const none: ReadonlySet<string> = new Set();
const nothing: BulkResults = new Map();

/** @param upTo everything from the one that was chosen last */
export type Choice = { chosen: boolean; toggle: (upTo: boolean) => void };

/**
 * Which things of a list are chosen, what is done with them, and what became of each.
 * @param shown what is in sight, in its order
 * @param changed the queries that show something else once something was done
 */
export function useBulk<T extends { id: string }>(
  shown: readonly T[],
  mayChoose: (item: T) => boolean,
  changed: QueryKey,
) {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(none);
  const [last, setLast] = useState<string | null>(null);
  const [results, setResults] = useState(nothing);
  const [busy, setBusy] = useState<string | null>(null);
  const choosable = shown.filter(mayChoose);
  const all = choosable.map(({ id }) => id);
  // What is no longer in sight is not acted upon.
  const items = choosable.filter(({ id }) => chosen.has(id));
  const count = items.length;

  /** @param name whose button shows that it is under way */
  const act = async (
    name: string,
    done: string,
    send: (ids: readonly string[]) => Promise<BulkAnswer>,
  ): Promise<void> => {
    if (busy) return;
    setBusy(name);
    try {
      const became = resultsOf(done, await send(items.map(({ id }) => id)));
      setResults(became);
      setChosen(new Set(all.filter((id) => became.get(id)?.problem)));
      toast.message(summaryOf(done, became));
    } catch (error) {
      toast.error(messageOf(error));
    }
    // Also after an error: of several requests the first ones may have done their part.
    await queryClient.invalidateQueries({ queryKey: changed });
    setBusy(null);
  };

  const toggle = (id: string, upTo: boolean) => {
    const ids = between(all, upTo ? last : null, id);
    const choose = !chosen.has(id);
    setLast(id);
    setChosen((before) => {
      const after = new Set(before);
      for (const one of ids) choose ? after.add(one) : after.delete(one);
      return after;
    });
  };

  // Whoever stood in the bar when it went away goes on at the box above the list.
  const allBox = useFocusKept<HTMLInputElement>(count);

  return {
    items,
    count,
    allBox,
    allChosen: all.length > 0 && count === all.length,
    /** Null for one that this reader may not change. */
    choiceOf: (item: T): Choice | null =>
      mayChoose(item)
        ? { chosen: chosen.has(item.id), toggle: (upTo) => toggle(item.id, upTo) }
        : null,
    toggleAll: () => setChosen(count === all.length ? none : new Set(all)),
    clear: () => setChosen(none),
    results,
    busy,
    act,
  };
}
