import { isReserved, whyNotSlug } from "./slug.ts";

/** Lists that admins type into one field: an entry a line, or with commas or spaces between. */
const entriesOf = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

export type ParsedList = { readonly entries: string[] } | { readonly why: string };

/** Mail domains; the `@` before one may be there. */
export function parseDomainList(text: string): ParsedList {
  const entries = [...new Set(entriesOf(text).map((entry) => entry.replace(/^@/, "")))];
  const wrong = entries.find((entry) => !isDomain(entry));
  return wrong === undefined ? { entries } : { why: `“${wrong.slice(0, 60)}” is not a mail domain.` };
}

/** Addresses that nobody gets; those that nobody gets anyway are left out. */
export function parseSlugList(text: string): ParsedList {
  const entries = entriesOf(text);
  for (const entry of entries) {
    const why = whyNotSlug(entry);
    if (why !== null) return { why: `“${entry.slice(0, 60)}” cannot be an address: ${why}.` };
  }
  return { entries: entries.filter((entry) => !isReserved(entry)).sort() };
}

const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const domain = new RegExp(`^(${label}\\.)+${label}$`);
const isDomain = (text: string): boolean => text.length <= 253 && domain.test(text);
