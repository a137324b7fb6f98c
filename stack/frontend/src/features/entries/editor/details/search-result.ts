import { readableHtml } from "@/features/entries/history/readable.ts";

/** Characters that search engines show on a wide screen, about; the rest is cut. */
const longestTitle = 60;
const longestDescription = 160;

type Described = {
  title: string;
  siteTitle: string;
  summary: string;
  body: string;
  seo: { title: string; description: string };
};

export type SearchResult = { title: string; description: string };

/** An entry as a search engine would show it, as far as anybody can tell. */
export function searchResultOf(entry: Described): SearchResult {
  const { title, siteTitle, summary, body, seo } = entry;
  const named = seo.title || [title || "Untitled", siteTitle].filter(Boolean).join(" · ");
  return {
    title: cut(named, longestTitle),
    description: cut(
      seo.description || summary || readableHtml(body).join(" "),
      longestDescription,
    ),
  };
}

/** Text of at most this many characters, cut between words. */
export function cut(text: string, longest: number): string {
  const clean = text.replace(/\s+/g, " ").trim();
  if (clean.length <= longest) return clean;
  const room = clean.slice(0, longest - 1);
  const end = room.lastIndexOf(" ");
  return `${room.slice(0, end > longest / 2 ? end : undefined).replace(/[\s,;:.–-]+$/, "")} …`;
}
