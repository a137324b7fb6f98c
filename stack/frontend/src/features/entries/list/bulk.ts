import { type BulkAction, type BulkResults, doInBulk, mostAtOnce } from "@/features/entries/api.ts";

/** What became of one entry: a word on what was done, or what was in the way. */
export type RowResult = { done: string; problem: string | null };

const done: Readonly<Record<BulkAction, string>> = {
  submit: "Submitted",
  publish: "Published",
  unpublish: "Unpublished",
  delete: "Deleted",
};

/** Any number of entries, as many at once as the server takes. @throws {ApiError} */
export async function doWithAll(
  ids: readonly string[],
  action: BulkAction,
): Promise<ReadonlyMap<string, RowResult>> {
  const results: BulkResults = [];
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    results.push(...(await doInBulk(ids.slice(from, from + mostAtOnce), action)));
  }
  return new Map(
    results.map(({ id, problem }) => [
      id,
      { done: done[action], problem: problem?.message ?? null },
    ]),
  );
}

/** "Published: 3 of 4" in one sentence; the rows say the rest. */
export function summaryOf(action: BulkAction, results: ReadonlyMap<string, RowResult>): string {
  const good = [...results.values()].filter(({ problem }) => problem === null).length;
  const verb = done[action].toLowerCase();
  if (good === results.size) return good === 1 ? `One is ${verb}` : `All ${good} are ${verb}`;
  if (good === 0) return `None could be ${verb}; each says why`;
  return `${good} of ${results.size} ${good === 1 ? "is" : "are"} ${verb}; the others say why not`;
}
