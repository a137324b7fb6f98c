import { Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { toast } from "sonner";
import { SortableList } from "@/components/sortable.tsx";
import { Button } from "@/components/ui/button.tsx";
import { type BlockKind, newBlock, readBlock, type StoredBlock } from "@/features/blocks/block.ts";
import { BlockCard, type CardActions } from "@/features/blocks/block-card.tsx";
import { kinds } from "@/features/blocks/kinds.ts";
import { Palette } from "@/features/blocks/palette.tsx";
import { type Problems, problemsBelow } from "@/features/blocks/problems.ts";
import { type BlockRow, useBlocks } from "@/features/blocks/use-blocks.ts";

/** As many as the server takes. */
const most = 100;

type BlocksFieldProps = {
  value: readonly StoredBlock[];
  onChange: (value: readonly StoredBlock[]) => void;
  readOnly?: boolean;
  /** What the server says is wrong, by `data.blocks.<place>.<part>`. */
  problems?: Problems;
};

/** What a page is laid out with: blocks in an order, each changed where it stands. */
export function BlocksField({
  value,
  onChange,
  readOnly = false,
  problems = {},
}: BlocksFieldProps) {
  const { rows, actions } = useBlocks(value, onChange);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  /** The place where the palette will put a block; null while it is closed. */
  const [adding, setAdding] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const field = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const wrong = problemsBelow(problems, "data.blocks");

  const toggle = (id: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const insert = (place: number, block: StoredBlock) => {
    const id = actions.insert(place, block);
    setOpen((before) => new Set(before).add(id));
    setSaid(`${labelOf(block)} added, place ${place + 1} of ${rows.length + 1}.`);
    focusSoon(() => cardButton(field.current, id));
  };
  const move = (from: number, to: number) => {
    const row = rows[from];
    if (!row) return;
    actions.move(from, to);
    setSaid(`${labelOf(row.block)} moved, place ${to + 1} of ${rows.length}.`);
  };
  const remove = (id: string) => {
    const removed = actions.remove(id);
    if (!removed) return;
    const { row, place } = removed;
    toast(`${labelOf(row.block)} removed`, {
      action: {
        label: "Undo",
        onClick: () => {
          actions.restore(row, place);
          focusSoon(() => cardButton(field.current, row.id));
        },
      },
    });
    const next = rows[place + 1] ?? rows[place - 1];
    focusSoon(() => (next ? cardButton(field.current, next.id) : adder.current));
  };
  const full = rows.length >= most;

  const cardActions = ({ id, block }: BlockRow, place: number): CardActions => ({
    onMoveUp: place > 0 ? () => move(place, place - 1) : null,
    onMoveDown: place < rows.length - 1 ? () => move(place, place + 1) : null,
    onAddBelow: full ? null : () => setAdding(place + 1),
    onDuplicate: full ? null : () => insert(place + 1, structuredClone(block)),
    onRemove: () => remove(id),
  });
  const card = (place: number, handle: ReactNode) => {
    const row = rows[place];
    if (!row) return null;
    const mine = problemsBelow(wrong, String(place));
    return (
      <div data-block={row.id}>
        <BlockCard
          block={row.block}
          onChange={(next) => actions.change(row.id, next)}
          open={open.has(row.id)}
          onToggle={() => toggle(row.id)}
          problems={mine}
          handle={handle}
          actions={readOnly ? null : cardActions(row, place)}
        />
      </div>
    );
  };
  /** “/” opens the palette, as it does in the text; after the block it was typed at. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = event.target as HTMLElement;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || full) return;
    if (at.closest("input, textarea, select, [contenteditable]") || !field.current?.contains(at))
      return;
    event.preventDefault();
    const id = at.closest<HTMLElement>("[data-block]")?.dataset.block;
    const place = rows.findIndex((row) => row.id === id);
    setAdding(place < 0 ? rows.length : place + 1);
  };

  if (readOnly) {
    return (
      <ol className="grid grid-cols-1 gap-2">
        {rows.map(({ id }, place) => (
          <li key={id}>{card(place, null)}</li>
        ))}
      </ol>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for those who are on a block's controls already
    <div ref={field} onKeyDown={onKeyDown} className="grid grid-cols-1 gap-3">
      {wrong[""] && <p className="text-bad text-sm">{wrong[""]}</p>}
      <SortableList
        ids={rows.map(({ id }) => id)}
        nameOf={(place) => labelOf(rows[place]?.block)}
        onMove={(from, to) => actions.move(from, to)}
        className="grid grid-cols-1 gap-2 empty:hidden"
      >
        {card}
      </SortableList>
      {!full && (
        <Button
          ref={adder}
          className="justify-self-start"
          aria-keyshortcuts="/"
          onClick={() => setAdding(rows.length)}
        >
          <Plus aria-hidden />
          Add a block
        </Button>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      <Palette
        open={adding !== null}
        onOpenChange={(next) => {
          if (!next) setAdding(null);
        }}
        onPick={(kind: BlockKind) => insert(adding ?? rows.length, newBlock(kind))}
      />
    </div>
  );
}

function labelOf(stored: StoredBlock | undefined): string {
  const block = stored && readBlock(stored);
  return block ? kinds[block.kind].label : "Block";
}

function cardButton(field: HTMLElement | null, id: string): HTMLElement | null {
  return field?.querySelector(`[data-block="${id}"] [aria-expanded]`) ?? null;
}

/** After what was changed is there, and after a window that closes has given its focus back. */
function focusSoon(find: () => HTMLElement | null): void {
  setTimeout(() => find()?.focus(), 60);
}
