import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

const termSchema = z.object({ id: z.string(), name: z.string() });

/** What posts are sorted by, by name. */
export const categoriesQuery = queryOptions({
  queryKey: ["terms", "category", "names"],
  queryFn: ({ signal }) =>
    request("GET", "/terms?kind=category", { schema: z.array(termSchema), signal }),
});
