import { createLoader, createSerializer, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { type QueueSearch, type QueueView, queueViews } from "@/lib/domain/queue-search.ts";

const parameters = {
  view: parseAsStringLiteral(queueViews).withDefault("waiting"),
  page: parseAsInteger.withDefault(1),
};
const load = createLoader(parameters);
const serialize = createSerializer(parameters);

const pageSize = 50;

/** Reads the queue's address; what makes no sense in it is left out. */
export function parseQueueSearch(searchParams: Record<string, string | string[] | undefined>): QueueSearch {
  const { view, page } = load(searchParams);
  return { view, page: Math.min(Math.max(page, 1), 100_000) - 1, pageSize };
}

/** @param page from 0 */
export const queueHref = (view: QueueView, page = 0): string =>
  serialize("/admin/applications", { view, page: page + 1 });
