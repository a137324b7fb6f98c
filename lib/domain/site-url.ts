/** The public base URL of a tenant. Port 443 means HTTPS, 80 is left out. */
export const siteUrl = (slug: string, baseDomain: string, port: number): string =>
  baseUrl(`${slug}.${baseDomain}`, port);

/** The portal's base URL under one of its hosts. */
export const portalUrlAt = (host: string, port: number): string => baseUrl(host, port);

function baseUrl(host: string, port: number): string {
  if (port === 443) return `https://${host}`;
  return `http://${host}${port === 80 ? "" : `:${port}`}`;
}
