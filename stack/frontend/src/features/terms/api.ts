import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

export const termKinds = ["category", "tag"] as const;
export type TermKind = (typeof termKinds)[number];

const termSchema = z.object({
  id: z.string(),
  kind: z.enum(termKinds),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  /** The category that it stands directly below. */
  parentId: z.nullable(z.string()),
});
const countedSchema = z.extend(termSchema, {
  /** How many entries bear it, drafts included. */
  entries: z.number(),
  /** With those that bear a category below it. */
  entriesWithBelow: z.number(),
});

export type NamedTerm = z.infer<typeof termSchema>;
export type Term = z.infer<typeof countedSchema>;
export type TermFields = Pick<Term, "name" | "description" | "parentId"> & {
  /** Left to the server where it is empty. */
  slug: string;
};

/** Everything under this key shows some part of the categories and tags. */
export const termsKey = ["terms"] as const;

/** Categories and tags by name, with how often each is used. */
export const countedTermsQuery = queryOptions({
  queryKey: [...termsKey, "counted"],
  queryFn: ({ signal }) => request("GET", "/terms", { schema: z.array(countedSchema), signal }),
});

const sent = ({ slug, ...fields }: TermFields) => ({ ...fields, ...(slug !== "" && { slug }) });
const at = (id: string) => `/terms/${encodeURIComponent(id)}`;

/** @throws {ApiError} `slug_taken` when another of its kind has the address */
export function createTerm(kind: TermKind, fields: TermFields): Promise<NamedTerm> {
  return request("POST", "/terms", { body: { kind, ...sent(fields) }, schema: termSchema });
}

/** @throws {ApiError} `slug_taken` when another of its kind has the address */
export async function changeTerm(id: string, fields: TermFields): Promise<void> {
  await request("PUT", at(id), { body: sent(fields), schema: termSchema });
}

/** Makes one of the two: every entry that bears the first bears the other in its place. */
export async function mergeTerm(id: string, into: string): Promise<void> {
  await request("POST", `${at(id)}/merge`, { body: { into }, schema: termSchema });
}

/** Takes it off every entry, public or not. */
export function deleteTerm(id: string): Promise<void> {
  return request("DELETE", at(id));
}
