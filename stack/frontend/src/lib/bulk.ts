import * as z from "zod/mini";

/** What the server says of each thing that something was done with. */
export const bulkSchema = z.object({
  items: z.array(
    z.object({ id: z.string(), problem: z.nullable(z.object({ message: z.string() })) }),
  ),
});
export type BulkAnswer = z.infer<typeof bulkSchema>["items"];

/** The most that the server does in one request. */
const mostAtOnce = 100;

/** What became of one thing: a word on what was done, or what was in the way. */
export type BulkResult = { done: string; problem: string | null };
export type BulkResults = ReadonlyMap<string, BulkResult>;

/** Any number of ids, as many at once as the server takes. @throws {ApiError} */
export async function inParts<T>(
  ids: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const answers: T[] = [];
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    answers.push(...(await ask(ids.slice(from, from + mostAtOnce))));
  }
  return answers;
}

/** @param done what was done, such as "Published" */
export function resultsOf(done: string, answer: BulkAnswer): BulkResults {
  return new Map(
    answer.map(({ id, problem }) => [id, { done, problem: problem?.message ?? null }]),
  );
}

/** "Published: 3 of 4" in one sentence; what is listed says the rest. */
export function summaryOf(done: string, results: BulkResults): string {
  const good = [...results.values()].filter(({ problem }) => problem === null).length;
  const verb = done.toLowerCase();
  if (good === results.size) return good === 1 ? `One is ${verb}` : `All ${good} are ${verb}`;
  if (good === 0) return `None could be ${verb}; each says why`;
  return `${good} of ${results.size} ${good === 1 ? "is" : "are"} ${verb}; the others say why not`;
}

/** Those that stand from one to the other in a list, whichever comes first; the one when the other is not there. */
export function between(shown: readonly string[], from: string | null, to: string): string[] {
  const [start, end] = [from === null ? -1 : shown.indexOf(from), shown.indexOf(to)];
  if (start < 0) return [to];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}
