import { expect, type Page } from "@playwright/test";
import { api } from "./cms.ts";

export interface Report {
  /** By kind of thing, how many had which outcome. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly items: readonly { readonly key: string; readonly outcome: string; readonly reason: string }[];
}

interface Job {
  readonly id: string;
  readonly status: string;
  readonly problem: string;
}

/** Brings a file in on the screen for it. @returns what became of everything in it */
export async function importFile(page: Page, { name, bytes }: { name: string; bytes: Buffer }): Promise<Report> {
  await page.goto("/admin/transfer");
  const known = new Set((await jobs(page)).map(({ id }) => id));
  const file = { name, mimeType: "application/octet-stream", buffer: bytes };
  await page.getByLabel("File to import").setInputFiles(file);
  const latest = async (): Promise<Job | undefined> => (await jobs(page)).find(({ id }) => !known.has(id));
  await expect.poll(async () => (await latest())?.status, { timeout: 60_000, intervals: [250] }).toMatch(/done|failed/);
  const job = await latest();
  expect(job).toMatchObject({ status: "done", problem: "" });
  await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toContainText("Done");
  return (await api<{ report: Report }>(page, "GET", `/transfer/jobs/${job?.id}`)).report;
}

/** How many things had one of these outcomes. */
export const total = ({ counts }: Report, ...outcomes: readonly string[]): number =>
  Object.values(counts)
    .flatMap((of) => outcomes.map((outcome) => of[outcome] ?? 0))
    .reduce((a, b) => a + b, 0);

const jobs = async (page: Page): Promise<readonly Job[]> =>
  (await api<{ items: Job[] }>(page, "GET", "/transfer/jobs")).items;
