import type { Entry } from "@/features/entries/entry.ts";
import { dayOf } from "@/lib/time.ts";

/** What visitors see and what they do not, in a sentence or two. Null is one that was never saved. */
export function standingOf(entry: Entry | null, unsaved: boolean): string {
  if (!entry) return "Nobody else sees it before it is saved.";
  const since = entry.publishedAt ? ` since ${dayOf(entry.publishedAt)}` : "";
  const open = entry.hasChanges || unsaved;
  if (entry.status === "in_review") {
    return entry.published
      ? `Changes wait to be read and published. Visitors see the version that is public${since}.`
      : "Waits for somebody to read and publish it. Visitors do not see it.";
  }
  if (!entry.published) return "A draft: visitors do not see it.";
  return open
    ? `Visitors see the version that is public${since}, not what was changed after it.`
    : `Public as it stands here${since}.`;
}
