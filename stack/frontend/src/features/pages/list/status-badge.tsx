import { Badge } from "@/components/ui/badge.tsx";
import type { PageStatus } from "@/features/pages/api.ts";

export function StatusBadge({ status }: { status: PageStatus }) {
  return status === "published" ? (
    <Badge tone="ok">Published</Badge>
  ) : (
    <Badge tone="idle">Draft</Badge>
  );
}
