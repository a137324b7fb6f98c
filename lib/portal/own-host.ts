/**
 * Whether a Host header names the portal. A tenant's page, or a name rebound to our address, must
 * not reach it.
 * @param host the header, with or without a port
 */
export function isOwnHost(host: string | null, own: ReadonlySet<string>): boolean {
  if (host === null) return false;
  const name = /^(\[[0-9a-f:]+\]|[^:]+)(?::\d+)?$/i.exec(host)?.[1];
  return name !== undefined && own.has(name.toLowerCase());
}
