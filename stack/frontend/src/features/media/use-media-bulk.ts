import { useBulk } from "@/components/bulk/use-bulk.ts";
import { mayChange } from "@/features/media/access.ts";
import { deleteInBulk, type Media, mediaKey, moveInBulk } from "@/features/media/api.ts";
import { useUser } from "@/features/session/use-user.ts";

/** Which files of the library are chosen, and what is done with them. */
export function useMediaBulk(files: readonly Media[]) {
  const user = useUser();
  const bulk = useBulk(files, (media) => mayChange(user, media), mediaKey);
  return {
    ...bulk,
    move: (folderId: string | null) =>
      bulk.act("move", "Moved", (ids) => moveInBulk(ids, folderId)),
    /** @param althoughUsed those that are known to be in use and are to go all the same */
    remove: (althoughUsed: ReadonlySet<string>) =>
      bulk.act("delete", "Deleted", (ids) => deleteInBulk(ids, althoughUsed)),
  };
}
