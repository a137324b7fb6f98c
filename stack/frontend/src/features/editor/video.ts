export type Video = { provider: "youtube" | "vimeo"; href: string };

const names = { youtube: "YouTube", vimeo: "Vimeo" } as const;

export const providerName = ({ provider }: Video): string => names[provider];

/**
 * The video that an address of YouTube's or Vimeo's leads to, by its plain address: no tracking, no
 * playlist. Null for every other text.
 */
export function videoAt(text: string): Video | null {
  const url = parse(text);
  if (!url) return null;
  const host = url.hostname.replace(/^(www|m|player|music)\./, "");
  const path = url.pathname.split("/").filter(Boolean);
  if (host === "youtu.be") return youtube(path[0], url);
  if (host === "youtube.com" || host === "youtube-nocookie.com") {
    if (path[0] === "watch") return youtube(url.searchParams.get("v"), url);
    if (["embed", "shorts", "live", "v"].includes(path[0] ?? "")) return youtube(path[1], url);
    return null;
  }
  if (host === "vimeo.com") {
    const at = path.findIndex((part) => /^\d{6,12}$/.test(part));
    if (at === -1) return null;
    // The second part of an unlisted video's address is the key to it.
    const key = path[at + 1] ?? url.searchParams.get("h") ?? "";
    const unlisted = /^[0-9a-f]{6,20}$/.test(key) ? `/${key}` : "";
    return { provider: "vimeo", href: `https://vimeo.com/${path[at]}${unlisted}` };
  }
  return null;
}

function youtube(id: string | null | undefined, url: URL): Video | null {
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  const start = seconds(url.searchParams.get("t") ?? url.searchParams.get("start") ?? "");
  return {
    provider: "youtube",
    href: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ""}`,
  };
}

/** Where in the video to begin: "90", "90s" or "1m30s" as seconds; 0 for anything else. */
function seconds(text: string): number {
  const match = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text);
  if (!match) return 0;
  const [, hours = 0, minutes = 0, rest = 0] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function parse(text: string): URL | null {
  const trimmed = text.trim();
  if (/\s/.test(trimmed)) return null;
  try {
    const url = new URL(
      /^https?:/i.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, "")}`,
    );
    return url.username || url.port ? null : url;
  } catch {
    return null;
  }
}
