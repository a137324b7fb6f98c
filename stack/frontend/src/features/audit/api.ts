import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import * as z from "zod/mini";
import type { AreaName } from "@/features/audit/areas.ts";
import { request } from "@/lib/api.ts";

const entrySchema = z.object({
  id: z.string(),
  at: z.string(),
  event: z.string(),
  actor: z.object({
    kind: z.enum(["user", "token", "system", "freehold"]),
    id: z.nullable(z.string()),
    name: z.string(),
  }),
  subjectType: z.string(),
  subjectId: z.string(),
  title: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** Where the request came from. */
  address: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
});

const listSchema = z.object({ items: z.array(entrySchema), nextCursor: z.nullable(z.string()) });

export type AuditEntry = z.infer<typeof entrySchema>;

export const auditQuery = (about: AreaName | undefined) =>
  infiniteQueryOptions({
    queryKey: ["audit", about ?? "all"],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: "50" });
      if (about) search.set("event", about);
      if (pageParam) search.set("cursor", pageParam);
      return request("GET", `/audit?${search}`, { schema: listSchema, signal });
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // It grows with everything that is done here.
    staleTime: 0,
  });
