import { z } from "zod";

/** What a CMS said of itself; kept in the stack's row so that pages need not ask it. */
const shape = z.object({
  administrators: z.number(),
  published: z.number(),
  siteNamed: z.boolean(),
  /** ISO 8601, when somebody first signed in. */
  signedInAt: z.string().nullable(),
  databaseBytes: z.number(),
});
export type CmsFacts = z.output<typeof shape>;

/** Null while nothing is known. */
export function parseCmsFacts(value: unknown): CmsFacts | null {
  return shape.safeParse(value).data ?? null;
}
