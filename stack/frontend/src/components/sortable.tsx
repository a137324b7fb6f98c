import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { GripVertical } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { cn } from "@/lib/cn.ts";

type SortableListProps = {
  /** Of the rows, in their order; each stays with its row wherever that goes. */
  ids: readonly string[];
  /** What a row is called when it is spoken of. */
  nameOf: (place: number) => string;
  onMove: (from: number, to: number) => void;
  /** A row; it puts `handle` where it is to be held by. */
  children: (place: number, handle: ReactNode) => ReactNode;
  className?: string;
};

/**
 * A list that is put in order by dragging a handle, or from the handle by the arrow keys. These are ours
 * and not dnd-kit's, whose own do not reach it from inside a dialog.
 */
export function SortableList({ ids, nameOf, onMove, children, className }: SortableListProps) {
  const sensors = useSensors(useSensor(PointerSensor));
  const [said, setSaid] = useState("");
  const placeOf = (id: string | number) => ids.indexOf(String(id));
  const name = (id: string | number) => `“${nameOf(placeOf(id))}”`;
  const of = (id: string | number) => `place ${placeOf(id) + 1} of ${ids.length}`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `${name(active.id)} is picked up, ${of(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} is over ${of(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${name(active.id)} is put down, ${of(over.id)}.` : `${name(active.id)} stays.`,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
  const end = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onMove(placeOf(active.id), placeOf(over.id));
  };
  const step = (from: number, to: number) => {
    if (to < 0 || to >= ids.length) return;
    setSaid(`“${nameOf(from)}” is at place ${to + 1} of ${ids.length} now.`);
    onMove(from, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        announcements,
        screenReaderInstructions: {
          draggable: "The arrow keys move it up and down.",
        },
      }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol className={className}>
          {ids.map((id, place) => (
            <Row key={id} id={id} name={nameOf(place)} onStep={(by) => step(place, place + by)}>
              {(handle) => children(place, handle)}
            </Row>
          ))}
        </ol>
      </SortableContext>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DndContext>
  );
}

type RowProps = {
  id: string;
  name: string;
  onStep: (by: 1 | -1) => void;
  children: (handle: ReactNode) => ReactNode;
};

function Row({ id, name, onStep, children }: RowProps) {
  const {
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition,
    isDragging,
  } = useSortable({ id });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    onStep(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li
      ref={setNodeRef}
      className={cn(
        "relative bg-paper",
        isDragging && "z-10 shadow-[0_8px_24px_-8px_rgb(28_26_23/0.3)]",
      )}
      style={{
        transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined,
        transition,
      }}
    >
      {children(
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          onKeyDown={onKeyDown}
          aria-label={`Move “${name}”`}
          title="Drag, or use the arrow keys"
          className="grid h-10 w-8 shrink-0 cursor-grab touch-none place-items-center rounded text-muted hover:bg-sunken hover:text-ink active:cursor-grabbing"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>,
      )}
    </li>
  );
}

/** `items` with the one at `from` at the place `to`. */
export function reordered<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items.slice(from, from + 1);
  return items.toSpliced(from, 1).toSpliced(to, 0, ...item);
}
