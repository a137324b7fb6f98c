import { Badge } from "@/components/ui/badge.tsx";
import type { MailStatus } from "@/lib/domain/outbox-search.ts";

const words = {
  queued: { tone: "busy", name: "Waiting" },
  sent: { tone: "ok", name: "Sent" },
  failed: { tone: "bad", name: "Failed" },
  kept: { tone: "idle", name: "Kept here" },
} as const;

export const mailStatusName = (status: MailStatus): string => words[status].name;

export function MailStatusBadge({ status }: { status: MailStatus }) {
  return <Badge tone={words[status].tone}>{words[status].name}</Badge>;
}
