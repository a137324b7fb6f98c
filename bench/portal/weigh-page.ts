import { gzipSync } from "node:zlib";

export interface PageWeight {
  readonly htmlBytes: number;
  readonly htmlGzipBytes: number;
  /** Scripts the page names, each compressed by itself as it travels. */
  readonly scriptGzipBytes: number;
}

/** Scripts that a page's HTML makes a modern browser fetch, each once. Pure. */
export function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const paths = tags.flatMap((tag) => {
    if (/\bnomodule\b/i.test(tag)) return [];
    const isScript = tag.startsWith("<script") || /\bas="script"|rel="modulepreload"/.test(tag);
    const path = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
    return isScript && path?.startsWith("/") ? [path.replaceAll("&amp;", "&")] : [];
  });
  return [...new Set(paths)];
}

/** @param fetchScript reads a script of the portal, unpacked */
export async function weighPage(html: string, fetchScript: (path: string) => Promise<string>): Promise<PageWeight> {
  let scriptGzipBytes = 0;
  for (const path of scriptsOf(html)) scriptGzipBytes += gzipSync(await fetchScript(path)).length;
  return { htmlBytes: Buffer.byteLength(html), htmlGzipBytes: gzipSync(html).length, scriptGzipBytes };
}
