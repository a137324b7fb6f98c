import { createLoader, createSerializer, parseAsInteger, parseAsString } from "nuqs/server";
import type { AuditFilter, AuditSearch } from "@/lib/domain/audit-search.ts";

/** What of the audit log is shown, as it stands in the address: shareable, and kept by “back”. */
const parameters = {
  who: parseAsString.withDefault(""),
  what: parseAsString.withDefault(""),
  whom: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  before: parseAsInteger,
  after: parseAsInteger,
};

const pageSize = 50;
export const longestFilter = 200;

const load = createLoader(parameters);
const serialize = createSerializer(parameters);

/** Reads an address; what makes no sense in it is left out. */
export function parseAuditSearch(searchParams: Record<string, string | string[] | undefined>): AuditSearch {
  const { who, what, whom, from, to, before, after } = load(searchParams);
  const until = parseDay(to);
  return {
    actor: clean(who),
    action: clean(what),
    subject: clean(whom),
    from: parseDay(from),
    // The last day counts whole.
    until: until && new Date(until.getTime() + dayMs),
    at: position("older", before) ?? position("newer", after),
    pageSize,
  };
}

/** The address of a filter, and of a page of it. */
export function auditHref(filter: AuditFilter, at: AuditSearch["at"] = null, path = "/admin/audit"): string {
  return serialize(path, {
    who: filter.actor,
    what: filter.action,
    whom: filter.subject,
    from: filter.from ? dayOf(filter.from) : "",
    to: filter.until ? dayOf(new Date(filter.until.getTime() - dayMs)) : "",
    before: at?.side === "older" ? at.than : null,
    after: at?.side === "newer" ? at.than : null,
  });
}

/** `2026-11-24`, in UTC as all moments of the portal. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const dayMs = 86_400_000;

function parseDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || dayOf(at) !== text ? null : at;
}

const clean = (text: string): string => text.replaceAll("\0", "").trim().slice(0, longestFilter);

const position = (side: "older" | "newer", than: number | null): AuditSearch["at"] =>
  than === null || !Number.isSafeInteger(than) || than < 0 ? null : { side, than };
