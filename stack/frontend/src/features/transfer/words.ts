import type { Job, Report } from "@/features/transfer/api.ts";
import { type Outcome, outcomeLabels, outcomes } from "@/features/transfer/outcomes.ts";

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  author: ["Author", "authors"],
  category: ["Category", "categories"],
  comment: ["Comment", "comments"],
  design: ["Design", "designs"],
  entries: ["Entry", "entries"],
  file: ["File", "files"],
  folder: ["Folder", "folders"],
  media: ["File", "files"],
  menu: ["Menu", "menus"],
  menu_item: ["Menu item", "menu items"],
  other_files: ["Other files", "other files"],
  page: ["Page", "pages"],
  post: ["Post", "posts"],
  redirect: ["Old address", "old addresses"],
  redirects: ["Old address", "old addresses"],
  revision: ["Earlier version", "earlier versions"],
  revisions: ["Earlier version", "earlier versions"],
  settings: ["Site settings", "site settings"],
  tag: ["Tag", "tags"],
  taxonomy: ["Taxonomy", "taxonomies"],
  type: ["Content type", "content types"],
};

/** What a thing is; a content type of the client's own goes by its key. */
export function kindLabel(kind: string): string {
  return kinds[kind]?.[0] ?? sentence(kind.replaceAll(/[_-]/g, " "));
}

/** “3 pages”, “1 page”. */
export function counted(number: number, kind: string): string {
  const [one, many] = kinds[kind] ?? [kind, `of “${kind}”`];
  return `${number} ${number === 1 ? one.toLowerCase() : many}`;
}

/** How far a job is, from 0 to 1; null while nobody knows. */
export function shareOf({ done, total }: Pick<Job, "done" | "total">): number | null {
  return total > 0 ? Math.min(1, done / total) : null;
}

/** What is being done at the moment. */
export function stepOf({ status, kind, what, done, total }: Job): string {
  if (status === "waiting") return "Waiting for its turn";
  const step = what || (kind === "export" ? "Beginning to export" : "Beginning to import");
  // Of bytes the share says enough.
  return total > 0 && total < 100_000 ? `${step}, ${done} of ${total}` : step;
}

/** What came of it, on one line: “12 new, 3 left out”. */
export function summaryOf({ kind, counts }: Pick<Job, "kind" | "counts">): string {
  if (kind === "export") {
    const skipped = counts.skipped ?? 0;
    return skipped > 0 ? `${skipped} left out` : "";
  }
  const parts = outcomes.flatMap((outcome) => {
    const number = counts[outcome] ?? 0;
    return number > 0 ? [`${number} ${outcomeLabels[outcome].toLowerCase()}`] : [];
  });
  return parts.join(", ") || "There was nothing in it";
}

/** What an archive has of each kind: “12 entries, 4 files”. */
export function contentsOf({ counts }: Pick<Report, "counts">): string {
  return Object.entries(counts)
    .map(([kind, { created = 0 }]) => (created > 0 ? counted(created, kind) : ""))
    .filter(Boolean)
    .join(", ");
}

/** How many things of a report there were of each outcome, of one kind or of all. */
export function totals(report: Report, kind?: string): Readonly<Record<Outcome, number>> {
  const summed = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  for (const [name, counts] of Object.entries(report.counts)) {
    if (kind !== undefined && name !== kind) continue;
    for (const outcome of outcomes) summed[outcome] += counts[outcome] ?? 0;
  }
  return summed;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
