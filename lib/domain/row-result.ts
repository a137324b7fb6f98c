import { asFreeholdError } from "../errors.ts";

/** What became of one row of several that something was done with. */
export type RowResult =
  | { readonly id: string; readonly ok: true }
  | { readonly id: string; readonly ok: false; readonly message: string; readonly remedy: string };

/**
 * Does the same with one row after the other; what goes wrong with one is its result and the others'
 * nothing. @throws what is not the row's own trouble, such as a database that is away
 */
export async function forEachRow(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const id of new Set(ids)) {
    try {
      await work(id);
      results.push({ id, ok: true });
    } catch (thrown) {
      const { code, message, remedy } = asFreeholdError(thrown);
      if (code === "control_database_away") throw thrown;
      if (code === "unexpected") console.error(`row ${id}:`, thrown);
      results.push({ id, ok: false, message, remedy });
    }
  }
  return results;
}
