import type { RevisionSummary } from "@/features/entries/history/api.ts";

const kinds: Readonly<Record<RevisionSummary["kind"], string>> = {
  saved: "Saved",
  autosaved: "Saved by itself",
  restored: "Restored",
  discarded: "Went back to what was public",
};

/** What kind of save it was: "Saved by Ann", "Restored by Ann". */
export function whatItWas({ kind, author }: Pick<RevisionSummary, "kind" | "author">): string {
  const by = author ? (kind === "autosaved" ? ` for ${author.name}` : ` by ${author.name}`) : "";
  return `${kinds[kind]}${by}`;
}
