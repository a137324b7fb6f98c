import type { MenuEntry, MenuLink } from "@/features/design/api.ts";

export const listingNames = { blog: "Blog", search: "Search" } as const;

/** What a link of a menu is called by itself, without a label of its own. */
export function titleOf({ kind, url, listing }: MenuLink, entry: MenuEntry | undefined): string {
  if (kind === "entry") return entry ? entry.title || "Untitled" : "A missing page";
  if (kind === "listing") return listing ? listingNames[listing] : "";
  return url ?? "";
}

export function nameOf(link: MenuLink, entry: MenuEntry | undefined): string {
  return link.label || titleOf(link, entry) || "New link";
}
