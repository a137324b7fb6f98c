import { Badge } from "@/components/ui/badge.tsx";
import type { Delivery } from "@/features/webhooks/api.ts";

const looks = {
  delivered: { tone: "ok", label: "Delivered" },
  pending: { tone: "idle", label: "On its way" },
  failed: { tone: "warn", label: "Failed" },
} as const;

/** `retried` says that an attempt has failed already. */
export function DeliveryBadge({
  status,
  retried = false,
}: {
  status: Delivery["status"];
  retried?: boolean;
}) {
  if (status === "pending" && retried) return <Badge tone="warn">Will be tried again</Badge>;
  const { tone, label } = looks[status];
  return <Badge tone={tone}>{label}</Badge>;
}
