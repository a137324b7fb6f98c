import { titleOf } from "@/features/entries/entry.ts";
import { type Place, placeOf } from "@/features/entries/places.ts";
import { inTreeOrder, type Placed, possibleParents } from "@/features/entries/tree.ts";

/** A place that something can be put, by what that is below or after. */
export type PlaceOffer = {
  /** Of what that is; empty for nothing. */
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  /** The names of what that stands below, from the top: “About / Team”. */
  readonly above: string;
  readonly place: Place;
};

/** What `entry` can stand below. It is the last there, or stays among its neighbours. */
export function offersBelow<T extends Placed>(entries: readonly T[], entry: T): PlaceOffer[] {
  const present = placeOf(inTreeOrder(entries), entry);
  const placeBelow = (parentId: string | null): Place =>
    parentId === present.parentId ? present : { parentId, beforeId: null };
  return [
    { id: "", name: "Nothing: at the top", depth: 0, above: "", place: placeBelow(null) },
    ...possibleParents(entries, entry.id).map(({ entry: parent, depth, above }) => ({
      id: parent.id,
      name: titleOf(parent),
      depth,
      above: above.map(titleOf).join(" / "),
      place: placeBelow(parent.id),
    })),
  ];
}

/** After which of those below `parentId` it can stand. */
export function offersAfter<T extends Placed>(
  entries: readonly T[],
  { id }: T,
  parentId: string | null,
): PlaceOffer[] {
  const others = inTreeOrder(entries)
    .map(({ entry }) => entry)
    .filter((one) => one.parentId === parentId && one.id !== id);
  const names = ["Nothing: as the first", ...others.map(titleOf)];
  return names.map((name, at) => ({
    id: others[at - 1]?.id ?? "",
    name,
    depth: 0,
    above: "",
    place: { parentId, beforeId: others[at]?.id ?? null },
  }));
}
