import type { Page } from "@/features/pages/api.ts";
import { may, type User } from "@/features/session/api.ts";

/** Whether this writer may change the page (null: a new one). The server's rule, for the screens. */
export function mayEdit(user: User, page: Pick<Page, "author" | "published"> | null): boolean {
  if (may(user, "pages.edit")) return true;
  if (!may(user, "pages.write")) return false;
  return page === null || (!page.published && page.author?.id === user.id);
}
