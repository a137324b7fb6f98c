import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

const termSchema = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.nullable(z.string()),
});

/** What posts are sorted by, by name. */
export const categoriesQuery = queryOptions({
  queryKey: ["terms", "category", "names"],
  queryFn: ({ signal }) =>
    request("GET", "/terms?kind=category", { schema: z.array(termSchema), signal }),
});

/** The whole page as the site would show it: a document of its own, rendered by the server. */
export const pagePreviewQuery = (title: string, data: Readonly<Record<string, unknown>>) =>
  queryOptions({
    queryKey: ["page-preview", title, data],
    queryFn: async ({ signal }) => {
      const body = { type: "page", title, data };
      const schema = z.object({ html: z.string() });
      const options = { body, schema, signal, reauthenticate: false };
      return (await request("POST", "/preview/page", options)).html;
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
