import type { Folder } from "@/features/media/api.ts";

export type FolderPlace = Folder & {
  /** How many folders it is in. */
  depth: number;
  /** With the names of those it is in: “Boats / Ferries”. */
  path: string;
};

/** Folders as a tree is read: each before those in it, by name among its like. */
export function inTreeOrder(folders: readonly Folder[]): FolderPlace[] {
  const below = Map.groupBy(folders, ({ parentId }) => parentId);
  const walk = (parentId: string | null, depth: number, before: string): FolderPlace[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((folder) => {
        const path = before + folder.name;
        return [{ ...folder, depth, path }, ...walk(folder.id, depth + 1, `${path} / `)];
      });
  return walk(null, 0, "");
}
