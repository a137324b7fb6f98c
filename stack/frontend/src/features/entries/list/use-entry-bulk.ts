import { useBulk } from "@/components/bulk/use-bulk.ts";
import { mayEdit } from "@/features/entries/access.ts";
import { type BulkAction, doInBulk } from "@/features/entries/api.ts";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { entriesKey } from "@/features/entries/queries.ts";
import { useUser } from "@/features/session/use-user.ts";

const done: Readonly<Record<BulkAction, string>> = {
  submit: "Submitted",
  publish: "Published",
  unpublish: "Unpublished",
  delete: "Deleted",
};

/** Which entries of a list are chosen, and what is done with them. */
export function useEntryBulk(entries: readonly EntrySummary[]) {
  const user = useUser();
  const bulk = useBulk(entries, (entry) => mayEdit(user, entry), entriesKey);
  const act = (action: BulkAction): Promise<void> =>
    bulk.act(action, done[action], (ids) => doInBulk(ids, action));
  return { ...bulk, act };
}
