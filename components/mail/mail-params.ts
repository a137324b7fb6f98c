import { createLoader, createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { mailStatuses, type OutboxSearch } from "@/lib/domain/outbox-search.ts";

const parameters = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(mailStatuses),
  page: parseAsInteger.withDefault(1),
};

export const longestMailSearch = 100;
const pageSize = 25;

const load = createLoader(parameters);
const serialize = createSerializer(parameters);

/** Reads an address; what makes no sense in it is left out. */
export function parseOutboxSearch(searchParams: Record<string, string | string[] | undefined>): OutboxSearch {
  const { q, status, page } = load(searchParams);
  return {
    text: q.replaceAll("\0", "").trim().slice(0, longestMailSearch),
    status,
    page: Math.min(Math.max(page, 1), 1_000_000) - 1,
    pageSize,
  };
}

/** The address that shows a search with some of it changed; any change but of the page starts at the first. */
export function outboxHref(search: OutboxSearch, change: Partial<OutboxSearch>): string {
  const { text, status, page } = { ...search, page: 0, ...change };
  return serialize("/admin/mail", { q: text, status, page: page + 1 });
}
