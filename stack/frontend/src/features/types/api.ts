import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type ContentField, fieldSchema } from "@/features/fields/field.ts";
import { request } from "@/lib/api.ts";

const typeSchema = z.object({
  key: z.string(),
  name: z.string(),
  plural: z.string(),
  description: z.string(),
  /** Whether each entry has a page of its own. */
  public: z.boolean(),
  tree: z.boolean(),
  builtIn: z.boolean(),
  /** Whether its entries have a text, a summary and a picture beside their fields. */
  document: z.boolean(),
  fields: z.array(fieldSchema),
  /** How many entries of it there are, public or not. */
  entries: z.number(),
  updatedAt: z.string(),
});

export type ContentType = z.infer<typeof typeSchema>;
export type NewType = Pick<ContentType, "key" | "name" | "plural" | "description" | "public"> & {
  fields: readonly ContentField[];
};
/** Of a built-in type only the fields can be changed. */
export type TypeChange = Partial<Omit<NewType, "key">>;

/** Everything under this key shows some part of the types. */
export const typesKey = ["types"] as const;

/** Pages and posts, then those defined here, by name. */
export const typesQuery = queryOptions({
  queryKey: [...typesKey, "list"],
  queryFn: ({ signal }) => request("GET", "/types", { schema: z.array(typeSchema), signal }),
});

const at = (key: string) => `/types/${encodeURIComponent(key)}`;

export const typeQuery = (key: string) =>
  queryOptions({
    queryKey: [...typesKey, "one", key],
    queryFn: ({ signal }) => request("GET", at(key), { schema: typeSchema, signal }),
  });

/** @throws {ApiError} `slug_taken`, or `invalid_input` with fields such as `key` and `fields.2` */
export function createType(given: NewType): Promise<ContentType> {
  return request("POST", "/types", { body: given, schema: typeSchema });
}

/** @throws {ApiError} `in_use` when its entries' pages are to go while some are public */
export function changeType(key: string, change: TypeChange): Promise<ContentType> {
  return request("PUT", at(key), { body: change, schema: typeSchema });
}

/** @throws {ApiError} `in_use` while there are entries of it */
export function deleteType(key: string): Promise<void> {
  return request("DELETE", at(key));
}
