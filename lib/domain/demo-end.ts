/** When a demo ends; pure. lib/tenants/expire-demos.ts asks the same of the database. */

/** How long a demo waits for the mailed link of an application to keep it to be followed. Minutes. */
export const unverifiedMinutes = 30;
/** How long a demo waits for the decision on a verified one. Days. */
export const undecidedDays = 14;

/** An application to keep a demo, as far as it matters here. */
export interface Keeper {
  readonly status: "unverified" | "pending" | "approved" | "rejected" | "lapsed";
  readonly createdAt: Date;
  readonly verifiedAt: Date | null;
}

/**
 * At its time; one that somebody asked to keep lives until that is decided, though not for ever.
 * @param expiresAt its own time
 */
export function demoEnd(expiresAt: Date, keeper: Keeper | null): Date {
  if (keeper?.status === "unverified") return new Date(expiresAt.getTime() + unverifiedMinutes * 60_000);
  if (keeper?.status !== "pending" && keeper?.status !== "approved") return expiresAt;
  const decidedBy = (keeper.verifiedAt ?? keeper.createdAt).getTime() + undecidedDays * 86_400_000;
  return new Date(Math.max(expiresAt.getTime(), decidedBy));
}

/**
 * Whether a CMS has to be told of its demo's end. Whoever enters brings it along; what came after is not known there.
 * @param told ISO 8601; null when it was told of none
 */
export const isEndNews = (told: string | null, end: Date, isKept: boolean): boolean =>
  told === null ? isKept : told !== end.toISOString();
