const minute = 60_000;

/**
 * How long a demo goes on, e.g. "48 minutes", and by the second in the last five; null once it is
 * over.
 */
export function remaining(expiresAt: string, now: Date): string | null {
  const left = new Date(expiresAt).getTime() - now.getTime();
  if (!(left > 0)) return null;
  if (left > 90 * minute) {
    const hours = Math.floor(left / (60 * minute));
    const minutes = Math.floor((left % (60 * minute)) / minute);
    return `${hours} h ${minutes} min`;
  }
  if (left > 5 * minute) return `${Math.ceil(left / minute)} minutes`;
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The address if it leads to a web page, else null: what a link opens is never a script. */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && (parsed.protocol === "https:" || parsed.protocol === "http:")
    ? parsed.href
    : null;
}
