/** The one of several addresses that a path belongs to: the longest that it is, or lies below. */
export function currentHref(path: string, hrefs: readonly string[]): string | null {
  const above = hrefs.filter((href) => path === href || path.startsWith(`${href}/`));
  return above.reduce<string | null>((longest, href) => (href.length > (longest?.length ?? 0) ? href : longest), null);
}
