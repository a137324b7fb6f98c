import type { LinkProps } from "@tanstack/react-router";

/** In the place of an id: an entry that was never saved. */
export const unsaved = "new";

export type ScreenLink = Pick<LinkProps, "to" | "params" | "search">;

/** The list of a type's entries. */
export function listLink(type: string): ScreenLink {
  if (type === "page") return { to: "/pages" };
  if (type === "post") return { to: "/posts" };
  return { to: "/entries/$type", params: { type } };
}

/** The editor of an entry. */
export function entryLink({ type, id }: { type: string; id: string }): ScreenLink {
  if (type === "page") return { to: "/pages/$entryId", params: { entryId: id } };
  if (type === "post") return { to: "/posts/$entryId", params: { entryId: id } };
  return { to: "/entries/$type/$entryId", params: { type, entryId: id } };
}

/** The editor with a blank entry. */
export function newEntryLink(type: string): ScreenLink {
  return entryLink({ type, id: unsaved });
}

/** What one would write on this screen: an entry of the type that it lists, else a page. */
export function typeAt(pathname: string): string {
  const [, area, type] = pathname.split("/");
  if (area === "posts") return "post";
  return area === "entries" && type ? type : "page";
}

/** Where entries of a type stand on the site: an address without the entry's own part. */
export function baseOf(type: { key: string; tree: boolean }, parentPath: string | null): string {
  if (type.tree) return `${parentPath ?? ""}/`;
  return type.key === "post" ? "/blog/" : `/${type.key}/`;
}
