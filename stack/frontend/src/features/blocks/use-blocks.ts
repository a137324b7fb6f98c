import { useEffect, useRef, useState } from "react";
import { reordered } from "@/components/sortable.tsx";
import type { StoredBlock } from "@/features/blocks/block.ts";

/** A block under a name that stays with it wherever it goes. */
export type BlockRow = { readonly id: string; readonly block: StoredBlock };

let made = 0;
const rowOf = (block: StoredBlock): BlockRow => ({ id: `block-${++made}`, block });

/** The rows of `blocks`; those that were there keep their names. */
export function rowsFor(
  blocks: readonly StoredBlock[],
  before: readonly BlockRow[],
): readonly BlockRow[] {
  const same =
    blocks.length === before.length && blocks.every((block, at) => block === before[at]?.block);
  if (same) return before;
  const known = new Map(before.map((row) => [row.block, row]));
  const kept = new Set(blocks.map((block) => known.get(block)?.id));
  return blocks.map((block, at) => {
    const row = known.get(block);
    if (row) return row;
    // The same place in a list that is as long is the same block with other words.
    const there = blocks.length === before.length ? before[at] : undefined;
    return there && !kept.has(there.id) ? { id: there.id, block } : rowOf(block);
  });
}

export type BlockActions = {
  change: (id: string, block: StoredBlock) => void;
  move: (from: number, to: number) => void;
  /** Put in at a place; gives the new row's id. */
  insert: (place: number, block: StoredBlock) => string;
  remove: (id: string) => { row: BlockRow; place: number } | null;
  /** Put back what was removed, as near to its place as there still is one. */
  restore: (row: BlockRow, place: number) => void;
};

/** The blocks as rows, and what can be done with them. */
export function useBlocks(
  blocks: readonly StoredBlock[],
  onChange: (blocks: readonly StoredBlock[]) => void,
): { rows: readonly BlockRow[]; actions: BlockActions } {
  const [own, setOwn] = useState<readonly BlockRow[]>(() => rowsFor(blocks, []));
  const rows = rowsFor(blocks, own);
  if (rows !== own) setOwn(rows);
  // An undo comes when this rendering is long past.
  const latest = useRef({ rows, onChange });
  useEffect(() => {
    latest.current = { rows, onChange };
  });

  const set = (next: readonly BlockRow[]) => {
    latest.current.rows = next;
    setOwn(next);
    latest.current.onChange(next.map((row) => row.block));
  };
  const restore = (row: BlockRow, place: number) =>
    set(latest.current.rows.toSpliced(place, 0, row));
  return {
    rows,
    actions: {
      change: (id, block) =>
        set(latest.current.rows.map((row) => (row.id === id ? { id, block } : row))),
      move: (from, to) => set(reordered(latest.current.rows, from, to)),
      insert: (place, block) => {
        const row = rowOf(block);
        restore(row, place);
        return row.id;
      },
      remove: (id) => {
        const { rows } = latest.current;
        const place = rows.findIndex((row) => row.id === id);
        const row = rows[place];
        if (!row) return null;
        set(rows.toSpliced(place, 1));
        return { row, place };
      },
      restore,
    },
  };
}
