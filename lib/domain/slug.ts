import { failure } from "../errors.ts";
import type { Brand } from "./brand.ts";
import { printable } from "./printable.ts";

/** A tenant's address: one DNS label, 3–40 of `a-z0-9-`. */
export type Slug = Brand<string, "Slug">;

export const slugLength = { min: 3, max: 40 } as const;

/** Names that stand for something else at the edge, in mail, in the API or on disk. */
const reserved = new Set(
  `about abuse account accounts admin administrator api app apps assets auth autoconfig autodiscover
   billing blog cdn cms console control controldb dashboard default demo dev dns docs download edge
   email engine freehold ftp help home host hostmaster imap info internal investor localhost login
   logout mail marketing metrics mx news ns ns1 ns2 operator owner pool pop pop3 portal postmaster
   press privacy purge region root sales secure security setup shop signin signup site smtp
   staging static status support sysadmin system tenant terms test webmaster wiki worker www`
    .split(/\s+/)
    .filter(Boolean),
);
/** `pool-…` and `demo-…` are stacks made ahead. */
const reservedPrefix = /^(pool|demo)-/;

/** Why a text cannot be a slug, in words; null when it can. */
export function whyNotSlug(text: string): string | null {
  if (text.length < slugLength.min) return `it has fewer than ${slugLength.min} characters`;
  if (text.length > slugLength.max) return `it has more than ${slugLength.max} characters`;
  if (!/^[a-z0-9-]+$/.test(text)) return "it has characters other than a–z, 0–9 and hyphens";
  if (text.startsWith("-") || text.endsWith("-")) return "it starts or ends with a hyphen";
  if (text.includes("--")) return "it has two hyphens in a row";
  return null;
}

export function isReserved(text: string): boolean {
  return reserved.has(text) || reservedPrefix.test(text);
}

/**
 * @throws slug_invalid, slug_reserved
 */
export function parseSlug(text: string): Slug {
  const why = whyNotSlug(text);
  if (why !== null) throw failure("slug_invalid", { slug: printable(text), why });
  if (isReserved(text)) throw failure("slug_reserved", { slug: text });
  return text as Slug;
}
