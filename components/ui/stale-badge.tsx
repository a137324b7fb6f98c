import { Badge } from "./badge.tsx";
import { age, moment } from "./time.ts";

interface StaleBadgeProps {
  /** When it was last seen to be so; null when it never was. */
  since: Date | null;
  now?: Date;
}

/** Beside a figure nobody has confirmed for a while: it may no longer be true. */
export function StaleBadge({ since, now = new Date() }: StaleBadgeProps) {
  return (
    <Badge tone="warn" title={since ? `Last seen ${moment(since)}` : undefined} suppressHydrationWarning>
      {since ? `As of ${age(since, now)} ago` : "Not seen yet"}
    </Badge>
  );
}
