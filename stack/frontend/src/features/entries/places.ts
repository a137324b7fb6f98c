import { type Branch, inTreeOrder, isWithin, type Placed } from "@/features/entries/tree.ts";

/** Where something is put: below what, null at the top, and before which one there, null for last. */
export type Place = { readonly parentId: string | null; readonly beforeId: string | null };

/** One step: among its neighbours, below the one before it, or beside what it stands below. */
export type Step = "up" | "down" | "in" | "out";

/** The part of a row that something is held over. */
export type Zone = "before" | "into" | "after";

/** Something of a tree in its order, as `inTreeOrder` gives it with nothing folded. */
type Order<T extends Placed> = readonly Branch<T>[];

function below<T extends Placed>(order: Order<T>, parentId: string | null): T[] {
  return order.flatMap(({ entry }) => (entry.parentId === parentId ? [entry] : []));
}

function entryIn<T extends Placed>(order: Order<T>, id: string | null): T | undefined {
  return order.find(({ entry }) => entry.id === id)?.entry;
}

/** Before which one `entry` stands; null where it is the last. */
function nextTo<T extends Placed>(order: Order<T>, { id, parentId }: T): string | null {
  const neighbours = below(order, parentId);
  return neighbours[neighbours.findIndex((one) => one.id === id) + 1]?.id ?? null;
}

/** Where `entry` stands. */
export function placeOf<T extends Placed>(order: Order<T>, entry: T): Place {
  return { parentId: entry.parentId, beforeId: nextTo(order, entry) };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.parentId === other.parentId && one.beforeId === other.beforeId;
}

/** Where one step leads; null where there is none in that direction. */
export function stepPlace<T extends Placed>(order: Order<T>, id: string, step: Step): Place | null {
  const entry = entryIn(order, id);
  if (!entry) return null;
  const { parentId } = entry;
  const neighbours = below(order, parentId);
  const at = neighbours.findIndex((one) => one.id === id);
  const before = neighbours[at - 1];
  if (step === "up") return before ? { parentId, beforeId: before.id } : null;
  if (step === "in") return before ? { parentId: before.id, beforeId: null } : null;
  if (step === "down") {
    return neighbours[at + 1] ? { parentId, beforeId: neighbours[at + 2]?.id ?? null } : null;
  }
  const parent = entryIn(order, parentId);
  return parent ? placeOf(order, parent) : null;
}

/**
 * Where it leads to let go of `id` over a row. After a row that shows what is below it is before the first of
 * those. Null below itself, and where it stands already.
 */
export function dropPlace<T extends Placed>(
  order: Order<T>,
  folded: ReadonlySet<string>,
  id: string,
  over: { readonly id: string; readonly zone: Zone },
): Place | null {
  const entry = entryIn(order, id);
  const row = order.find((branch) => branch.entry.id === over.id);
  if (!entry || !row || isWithin(row, id)) return null;
  const place = placeAt(order, folded, row.entry, over.zone);
  const stays = place.beforeId === id || isSamePlace(place, placeOf(order, entry));
  return stays ? null : place;
}

function placeAt<T extends Placed>(
  order: Order<T>,
  folded: ReadonlySet<string>,
  row: T,
  zone: Zone,
): Place {
  if (zone === "before") return { parentId: row.parentId, beforeId: row.id };
  if (zone === "into") return { parentId: row.id, beforeId: null };
  const first = folded.has(row.id) ? undefined : below(order, row.id)[0];
  if (first) return { parentId: row.id, beforeId: first.id };
  return placeOf(order, row);
}

/** The entries once `id` is at `place`. */
export function placed<T extends Placed>(entries: readonly T[], id: string, place: Place): T[] {
  const others = below(inTreeOrder(entries), place.parentId).filter((one) => one.id !== id);
  const at = others.findIndex((one) => one.id === place.beforeId);
  const ids = others.map((one) => one.id).toSpliced(at < 0 ? others.length : at, 0, id);
  const positions = new Map(ids.map((one, position) => [one, position]));
  return entries.map((entry) => {
    const position = positions.get(entry.id);
    if (position === undefined) return entry;
    const parentId = entry.id === id ? place.parentId : entry.parentId;
    return { ...entry, position, parentId };
  });
}

/** Where `id` stands, in words: "place 2 of 3, below “About”". */
export function standing<T extends Placed>(entries: readonly T[], id: string): string {
  const order = inTreeOrder(entries);
  const parentId = entryIn(order, id)?.parentId ?? null;
  const neighbours = below(order, parentId);
  const parent = entryIn(order, parentId);
  const at = neighbours.findIndex((one) => one.id === id) + 1;
  return `place ${at} of ${neighbours.length}, ${parent ? `below “${parent.title}”` : "at the top"}`;
}

/** Which part of a row is `y`. */
export function zoneAt(y: number, row: { readonly top: number; readonly height: number }): Zone {
  const share = (y - row.top) / row.height;
  if (share < 0.3) return "before";
  return share > 0.7 ? "after" : "into";
}
