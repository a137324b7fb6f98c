import { cn } from "@/components/ui/cn.ts";
import { duration, moment } from "@/components/ui/time.ts";
import type { ActivityEntry } from "@/lib/tenants/read-activity.ts";

/** What was done about a tenant, a sentence each: who, what, and when. */
export function ActivityList({ entries, className }: { entries: readonly ActivityEntry[]; className?: string }) {
  return (
    <ol className={cn("border-t border-rule", className)}>
      {entries.map(({ key, at, who, text, detail, durationMs }) => (
        <li key={key} className="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[1fr_auto]">
          <span className="wrap-anywhere">
            <span className="font-medium">{who}</span> {text}.
            {detail && <span className="block text-ink-muted">{detail}</span>}
          </span>
          <span className="caption self-start leading-6 tabular-nums sm:text-right">
            <time dateTime={at.toISOString()}>{moment(at)}</time>
            {durationMs !== null && `, in ${duration(durationMs)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
