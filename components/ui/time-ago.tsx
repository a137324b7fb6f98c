import { age, moment } from "./time.ts";

interface TimeAgoProps {
  at: Date | string;
  /** When the page was made. */
  now?: Date;
  className?: string;
}

/** “3 days ago”, “in 2 hours”; the exact moment is its title. */
export function TimeAgo({ at, now = new Date(), className }: TimeAgoProps) {
  const date = new Date(at);
  const elapsed = now.getTime() - date.getTime();
  const text = Math.abs(elapsed) < 1_000 ? "just now" : elapsed > 0 ? `${age(date, now)} ago` : `in ${age(now, date)}`;
  return (
    <time dateTime={date.toISOString()} title={moment(date)} className={className} suppressHydrationWarning>
      {text}
    </time>
  );
}

/** “23 Nov 2026, 09:40 UTC”, for programs too. */
export function Moment({ at, className }: { at: Date | string; className?: string }) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} className={className}>
      {moment(date)}
    </time>
  );
}
