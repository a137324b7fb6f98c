import { Badge } from "@/components/ui/badge.tsx";
import type { PageSummary } from "@/features/pages/api.ts";

type StatusBadgeProps = { page: Pick<PageSummary, "status" | "published" | "hasChanges"> | null };

/** Where a page stands; null is one that was never saved. */
export function StatusBadge({ page }: StatusBadgeProps) {
  if (page?.status === "in_review") return <Badge tone="warn">In review</Badge>;
  if (!page?.published) return <Badge tone="idle">Draft</Badge>;
  if (page.hasChanges) return <Badge tone="warn">Published, with changes</Badge>;
  return <Badge tone="ok">Published</Badge>;
}
