const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" });

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;

/** "3 minutes ago" within a week, else the date. A clock that is ahead reads "just now". */
export function timeAgo(iso: string, now: Date): string {
  const then = new Date(iso);
  const passed = now.getTime() - then.getTime();
  if (passed < minute) return "just now";
  if (passed < hour) return relative.format(-Math.floor(passed / minute), "minute");
  if (passed < 24 * hour) return relative.format(-Math.floor(passed / hour), "hour");
  if (passed < week) return relative.format(-Math.floor(passed / (24 * hour)), "day");
  return day.format(then);
}

/** The date alone, e.g. "4 Mar 2027". */
export function dayOf(iso: string): string {
  return day.format(new Date(iso));
}

/** Hours and minutes, e.g. "14:05", in the browser's time zone. */
export function clockTime(date: Date): string {
  return clock.format(date);
}

/** The time of what was today, the date of anything else. */
export function clockTimeOrDay(iso: string, now: Date): string {
  const then = new Date(iso);
  return then.toDateString() === now.toDateString() ? clockTime(then) : day.format(then);
}

/** Day, date and time in words, for a tooltip. */
export function fullTime(iso: string): string {
  return full.format(new Date(iso));
}
