/** The public base URL of a tenant. Port 443 means HTTPS, 80 is left out. */
export function siteUrl(slug: string, baseDomain: string, port: number): string {
  if (port === 443) return `https://${slug}.${baseDomain}`;
  return `http://${slug}.${baseDomain}${port === 80 ? "" : `:${port}`}`;
}
