import type { Tx } from "../db/client.ts";
import { isReserved, slugLength, whyNotSlug } from "../domain/slug.ts";
import { numberedSlug, slugFromName } from "../domain/slug-from-name.ts";
import { readSetting } from "./read-setting.ts";
import { holding } from "./require-free-slug.ts";

export interface SlugAnswer {
  readonly slug: string;
  /** Held by a tenant and held by an application are one answer. */
  readonly state: "free" | "invalid" | "reserved" | "taken";
  /** Why it cannot be had, as the end of a sentence; null when it is free. */
  readonly why: string | null;
  /** Addresses that are free, the likeliest first; none when this one is. */
  readonly suggestions: readonly string[];
}

const shown = 3;

/**
 * Whether an address can be had at the moment, and what is free that is like it.
 * @param companyName what it is for, another source of suggestions
 */
export async function checkSlug(db: Tx, text: string, companyName: string): Promise<SlugAnswer> {
  const slug = text.trim().toLowerCase();
  const candidates = candidatesFor(slug, companyName);
  const [reserved, taken] = await Promise.all([readSetting(db, "reservedSlugs"), findTaken(db, [slug, ...candidates])]);
  const isKept = (one: string): boolean => isReserved(one) || reserved.includes(one);
  const why = whyNotSlug(slug);
  const state = why !== null ? "invalid" : isKept(slug) ? "reserved" : taken.has(slug) ? "taken" : "free";
  const suggestions = candidates.filter((one) => !isKept(one) && !taken.has(one) && one !== slug).slice(0, shown);
  const words = { free: null, invalid: why, reserved: "it is reserved", taken: "it is taken" };
  return { slug, state, why: words[state], suggestions: state === "free" ? [] : suggestions };
}

/** Valid addresses like this one, the likeliest first. Pure. */
function candidatesFor(slug: string, companyName: string): string[] {
  const bases = [slugFromName(slug), slugFromName(companyName)].filter((base) => base !== null);
  const suffixes = ["hq", "site", "web"];
  const candidates = [
    ...bases,
    ...bases.flatMap((base) =>
      suffixes.map((suffix) => `${base.slice(0, slugLength.max - suffix.length - 1).replace(/-$/, "")}-${suffix}`),
    ),
    ...bases.flatMap((base) => [2, 3, 4, 5, 6].map((number) => numberedSlug(base, number))),
  ];
  return [...new Set(candidates)].filter((one) => whyNotSlug(one) === null);
}

async function findTaken(db: Tx, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { slug: { in: [...slugs] } };
  const select = { slug: true } as const;
  const [tenants, applications] = await Promise.all([
    db.tenant.findMany({ where, select }),
    db.application.findMany({ where: { ...where, status: holding }, select }),
  ]);
  return new Set([...tenants, ...applications].map(({ slug }) => slug));
}
