import type { Entry } from "@/features/entries/entry.ts";
import { may, type User } from "@/features/session/api.ts";

/** Whether this writer may change the entry (null: a new one). The server's rule, for the screens. */
export function mayEdit(user: User, entry: Pick<Entry, "author" | "published"> | null): boolean {
  if (may(user, "pages.edit")) return true;
  if (!may(user, "pages.write")) return false;
  return entry === null || (!entry.published && entry.author?.id === user.id);
}
