import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";
import { ApiError } from "@/lib/api-error.ts";

const targetSchema = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  published: z.boolean(),
});

export type Target = z.infer<typeof targetSchema>;

/** Everything under this key shows an entry by its name. */
const targetsKey = ["targets"] as const;

/** What matches the words among the entries of a type, or of all; the last changed for no words. */
export const targetsQuery = (type: string | null, words: string) =>
  queryOptions({
    queryKey: [...targetsKey, "found", type ?? "all", words],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ limit: "8" });
      if (type) search.set("type", type);
      if (words) search.set("search", words);
      const schema = z.object({ items: z.array(targetSchema) });
      return (await request("GET", `/entries?${search}`, { schema, signal })).items;
    },
  });

/** The entry that a reference leads to; null when it is there no more. */
export const targetQuery = (id: string) =>
  queryOptions({
    queryKey: [...targetsKey, "one", id],
    queryFn: async ({ signal }): Promise<Target | null> => {
      try {
        const path = `/entries/${encodeURIComponent(id)}`;
        return await request("GET", path, { schema: targetSchema, signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
  });
