import type { Media } from "@/features/media/api.ts";
import { may, type User } from "@/features/session/api.ts";

/** Whether this writer may change and delete the file. The server's rule, for the screens. */
export function mayChange(user: User, { uploader }: Pick<Media, "uploader">): boolean {
  return may(user, "media.edit") || (may(user, "media.write") && uploader?.id === user.id);
}
