import { Badge } from "@/components/ui/badge.tsx";
import type { EntrySummary } from "@/features/entries/entry.ts";

type StatusBadgeProps = { entry: Pick<EntrySummary, "status" | "published" | "hasChanges"> | null };

/** Where an entry stands; null is one that was never saved. */
export function StatusBadge({ entry }: StatusBadgeProps) {
  if (entry?.status === "in_review") return <Badge tone="warn">In review</Badge>;
  if (!entry?.published) return <Badge tone="idle">Draft</Badge>;
  if (entry.hasChanges) return <Badge tone="warn">Published, with changes</Badge>;
  return <Badge tone="ok">Published</Badge>;
}
