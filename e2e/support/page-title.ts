const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" };

/** The `<title>` of an HTML page as people read it. */
export function pageTitle(html: string): string {
  const raw = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  if (raw === undefined) throw new Error(`there is no title in: ${html.slice(0, 200)}`);
  return raw.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
