const units = [
  { name: "second", ms: 1_000, below: 90_000 },
  { name: "minute", ms: 60_000, below: 90 * 60_000 },
  { name: "hour", ms: 3_600_000, below: 36 * 3_600_000 },
  { name: "day", ms: 86_400_000, below: 60 * 86_400_000 },
  { name: "month", ms: 30.44 * 86_400_000, below: 24 * 30.44 * 86_400_000 },
  { name: "year", ms: 365.25 * 86_400_000, below: Number.POSITIVE_INFINITY },
] as const;

/** The time between two moments in its largest fitting unit: “3 days”. */
export function age(from: Date, to: Date): string {
  const elapsed = Math.max(0, to.getTime() - from.getTime());
  const unit = units.find(({ below }) => elapsed < below) ?? units[5];
  const count = Math.max(1, Math.round(elapsed / unit.ms));
  return `${count} ${unit.name}${count === 1 ? "" : "s"}`;
}

/** A duration for people: “480 ms”, “1.2 s”, “2 min 5 s”. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A moment as the portal writes it everywhere, in UTC: “23 Nov 2026, 09:40 UTC”. */
export function moment(at: Date): string {
  const text = at.toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  });
  return `${text} UTC`;
}
