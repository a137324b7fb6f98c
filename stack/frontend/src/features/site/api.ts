import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

const siteSchema = z.object({
  title: z.string(),
  tagline: z.string(),
  /** BCP 47, e.g. "de" or "pt-BR". */
  language: z.string(),
  theme: z.string(),
  homePageId: z.nullable(z.string()),
  /** Null until the settings are first changed. */
  updatedAt: z.nullable(z.string()),
});

export type Site = z.infer<typeof siteSchema>;
export type SiteFields = Omit<Site, "theme" | "updatedAt">;

export const siteQuery = queryOptions({
  queryKey: ["site"],
  queryFn: ({ signal }) => request("GET", "/site", { schema: siteSchema, signal }),
  staleTime: 60_000,
});

export function saveSite(fields: SiteFields): Promise<Site> {
  return request("PUT", "/site", { body: fields, schema: siteSchema });
}
