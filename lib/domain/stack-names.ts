import { randomInt } from "node:crypto";

/** Without letters and digits that are mistaken for one another. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const randomLength = 5;

/** Marks stacks that were made before anybody asked for them, and hosts of those who have no address yet. */
export type MadeAhead = "pool" | "demo";

/** `pool-k3x9q`: a name that nobody can have chosen, as slugs of that kind are reserved. */
export const madeAheadName = (prefix: MadeAhead): string =>
  `${prefix}-${Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join("")}`;

/** Whether a text is such a name: then it is no client's slug. */
export const isMadeAheadName = (text: string): boolean =>
  new RegExp(`^(pool|demo)-[${alphabet}]{${randomLength}}$`).test(text);

/** What a site made ahead is called until it has an owner or a sample with a title. */
export const bornSiteName = "A demo site";
