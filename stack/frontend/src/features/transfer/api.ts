import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { outcomes } from "@/features/transfer/outcomes.ts";
import { request, upload } from "@/lib/api.ts";

/** Milliseconds between two looks at what is under way. */
const pace = 1_000;

const countsSchema = z.partialRecord(z.enum(outcomes), z.number());

const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(["import", "export"]),
  /** Who reads it: "site" is an export of a site like this one. */
  format: z.string(),
  status: z.enum(["waiting", "running", "done", "failed"]),
  name: z.string(),
  bytes: z.nullable(z.number()),
  userName: z.string(),
  createdAt: z.string(),
  endedAt: z.nullable(z.string()),
  /** `done` of `total` of what `what` says; 0 while nobody knows. */
  done: z.number(),
  total: z.number(),
  what: z.string(),
  problem: z.string(),
  hasFile: z.boolean(),
  fileUntil: z.nullable(z.string()),
  counts: countsSchema,
});

const itemSchema = z.object({
  kind: z.string(),
  key: z.string(),
  title: z.string(),
  outcome: z.enum(outcomes),
  reason: z.string(),
  entryId: z.nullable(z.string()),
});

const reportSchema = z.object({
  counts: z.record(z.string(), countsSchema),
  items: z.array(itemSchema),
  /** How many more there were than `items` has. */
  leftOff: z.number(),
});

const detailSchema = z.extend(jobSchema, { report: z.nullable(reportSchema) });
const listSchema = z.object({ items: z.array(jobSchema), largest: z.number() });

export type Job = z.infer<typeof jobSchema>;
export type JobDetail = z.infer<typeof detailSchema>;
export type Report = z.infer<typeof reportSchema>;
export type ReportItem = z.infer<typeof itemSchema>;

/** Everything under this key shows some part of exports and imports. */
export const transferKey = ["transfer"] as const;

export function isUnderWay({ status }: Pick<Job, "status">): boolean {
  return status === "waiting" || status === "running";
}

export const jobsQuery = queryOptions({
  queryKey: [...transferKey, "list"],
  queryFn: ({ signal }) => request("GET", "/transfer/jobs", { schema: listSchema, signal }),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? pace : false),
});

const at = (id: string) => `/transfer/jobs/${encodeURIComponent(id)}`;

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: [...transferKey, "one", id],
    queryFn: ({ signal }) => request("GET", at(id), { schema: detailSchema, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pace : false),
  });

/** Where the browser fetches what an export has made. */
export const fileAddress = (id: string) => `/api${at(id)}/file`;

export function exportSite(revisions: boolean): Promise<JobDetail> {
  return request("POST", "/transfer/exports", { body: { revisions }, schema: detailSchema });
}

/** @param settings whether the site's name, look and home page become the file's */
export async function sendSite(
  file: File,
  settings: boolean,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<JobDetail> {
  const search = new URLSearchParams({ name: file.name, settings: String(settings) });
  const options = { schema: detailSchema, signal, onProgress };
  return (await upload(`/transfer/imports?${search}`, file, options)).value;
}

/** One that is under way stops. */
export function removeJob(id: string): Promise<void> {
  return request("DELETE", at(id));
}
