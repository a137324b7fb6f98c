import { useDraggable, useDroppable } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import type { ComponentProps, KeyboardEvent } from "react";
import { titleOf } from "@/features/entries/entry.ts";
import { EntryRow } from "@/features/entries/list/entry-row.tsx";
import { MoveMenu, type Moves } from "@/features/entries/list/move-menu.tsx";
import type { Mark } from "@/features/entries/list/tree-drag.tsx";
import type { Step } from "@/features/entries/places.ts";
import { cn } from "@/lib/cn.ts";

const stepOf: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

type TreeRowProps = Omit<ComponentProps<typeof EntryRow>, "move"> & {
  /** Null where this reader may not move it; left out where they may move none of them. */
  moves?: Moves | null;
  mark: Mark | null;
};

/** A row of a tree: put elsewhere by its handle, from there by the arrow keys, or by its menu. */
export function TreeRow({ moves, mark, ...row }: TreeRowProps) {
  const { id } = row.entry;
  const title = titleOf(row.entry);
  const { setNodeRef: setDropRef } = useDroppable({ id });
  const drag = useDraggable({ id, disabled: !moves });
  if (moves === undefined) return <EntryRow {...row} />;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moves?.onStep(step);
  };
  const handle = (
    <button
      ref={drag.setActivatorNodeRef}
      type="button"
      {...drag.attributes}
      {...drag.listeners}
      onKeyDown={onKeyDown}
      aria-label={`Move “${title}”`}
      title="Drag, or use the arrow keys"
      className="grid h-8 w-6 cursor-grab touch-none place-items-center rounded text-muted hover:bg-sunken hover:text-ink active:cursor-grabbing"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
  return (
    <EntryRow
      {...row}
      move={{
        ref: (element) => {
          setDropRef(element);
          drag.setNodeRef(element);
        },
        handle: moves && handle,
        menu: moves && <MoveMenu title={title} {...moves} />,
        mark: mark && <DropMark {...mark} />,
        held: drag.isDragging,
      }}
    />
  );
}

/** A line where it would stand, or the whole row that it would stand below. */
function DropMark({ zone, depth }: Mark) {
  return (
    <span
      aria-hidden
      className={cn(
        "pointer-events-none absolute right-0 z-20 rounded",
        zone === "into" && "inset-y-0 left-0 bg-green/10 outline-2 outline-green",
        zone === "before" && "-top-[2px] h-[3px] bg-green",
        zone === "after" && "-bottom-[2px] h-[3px] bg-green",
      )}
      style={zone === "into" ? undefined : { left: `${5 + depth * 1.5}rem` }}
    />
  );
}
