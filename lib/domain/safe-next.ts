const longest = 512;
/** Only a base to resolve against; nothing is asked of it. */
const ownOrigin = "http://portal.invalid";

/**
 * Where to go on after signing in, when it is a path of our own; null for whatever leads elsewhere
 * (`//evil.example`, `/\evil.example`, `javascript:…`) or back to the start.
 */
export function safeNext(next: unknown): string | null {
  if (typeof next !== "string" || next.length > longest || !next.startsWith("/")) return null;
  const url = URL.parse(next, ownOrigin);
  if (url === null || url.origin !== ownOrigin) return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith("//") || /^\/(api|sign-in|admin\/enter)(\/|\?|#|$)/.test(path) ? null : path;
}
