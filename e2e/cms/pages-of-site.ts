import type { Page } from "@playwright/test";

/** An answer to a visitor: its status, and what it holds; of a file, the hash of that. */
export type Seen = Readonly<Record<string, string>>;

/**
 * Everything that visitors of a site can find, by its path: what its map names, what every site has, and
 * the files of the library that those pages show. The site's own address is taken out.
 * @param page is in its admin: pages of the site may ask for nothing
 */
export function pagesOfSite(page: Page): Promise<Seen> {
  return page.evaluate(async () => {
    const seen: Record<string, string> = {};
    const ask = (path: string) => fetch(path, { credentials: "omit", cache: "no-store" });
    const own = (text: string): string => text.replaceAll(location.origin, "").replaceAll(location.host, "");
    const look = async (path: string): Promise<string> => {
      const answer = await ask(path);
      const text = own(await answer.text());
      seen[path] = `${answer.status} ${text}`;
      return text;
    };
    const map = await look("/sitemap.xml");
    const mapped = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, path]) => path || "/");
    const always = ["/", "/blog", "/blog?page=2", "/blog/feed.xml", "/robots.txt", "/nothing-here"];
    const files = new Set<string>();
    for (const path of new Set([...mapped, ...always])) {
      const text = await look(path);
      for (const [file] of text.matchAll(/\/_media\/[^"'\s<>),]+/g)) files.add(file.replaceAll("&amp;", "&"));
    }
    for (const file of files) {
      const answer = await ask(file);
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
      seen[file] = `${answer.status} ${Array.from(hash, (byte) => byte.toString(16)).join(" ")}`;
    }
    return seen;
  });
}
