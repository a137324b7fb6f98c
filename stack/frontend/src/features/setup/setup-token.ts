const key = "cms-setup-token";

/**
 * Moves a one-time token out of the address bar, where it would be seen, shared and kept in the
 * history. It stays with this tab, so that a reload does not use up the link.
 */
export function takeSetupToken(): void {
  const url = new URL(location.href);
  const token = url.searchParams.get("token");
  if (!token || !url.pathname.endsWith("/setup")) return;
  url.searchParams.delete("token");
  history.replaceState(history.state, "", url);
  sessionStorage.setItem(key, token);
}

/** The token this tab was opened with, if any. */
export function setupToken(): string | null {
  return sessionStorage.getItem(key);
}

/** Forgets a token that is used or worth nothing. */
export function dropSetupToken(): void {
  sessionStorage.removeItem(key);
}
