import {
  type CollisionDetection,
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useState } from "react";
import { type EntrySummary, titleOf } from "@/features/entries/entry.ts";
import { dropPlace, type Place, type Zone, zoneAt } from "@/features/entries/places.ts";
import type { Branch } from "@/features/entries/tree.ts";
import { cn } from "@/lib/cn.ts";

/** Behind the last row: at the end of the top, which is nowhere else in sight when that row has others below it. */
const end = "end";

/** What would become of letting go over a row; how deep that is. */
export type Mark = { zone: Zone; depth: number };

type Target = { overId: string; zone: Zone; place: Place };

type TreeDragProps = {
  /** All there is, nothing folded. */
  order: readonly Branch<EntrySummary>[];
  folded: ReadonlySet<string>;
  onDrop: (entry: EntrySummary, place: Place) => void;
  /** The rows, each draggable and droppable by its entry's id. */
  children: (markOf: (id: string) => Mark | null) => ReactNode;
};

/** A tree whose rows are dragged beside and below one another. */
export function TreeDrag({ order, folded, onDrop, children }: TreeDragProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const [held, setHeld] = useState<EntrySummary | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const branchOf = (id: string | null) => order.find(({ entry }) => entry.id === id);

  const targetAt = ({ active, collisions }: DragMoveEvent): Target | null => {
    const over = collisions?.[0];
    if (!over) return null;
    const overId = String(over.id);
    const zone: Zone = over.data?.zone;
    const id = String(active.id);
    const last = order.findLast(({ depth }) => depth === 0)?.entry.id ?? "";
    const place =
      overId === end
        ? dropPlace(order, new Set([last]), id, { id: last, zone: "after" })
        : dropPlace(order, folded, id, { id: overId, zone });
    return place && { overId, zone, place };
  };
  const letGo = () => {
    setHeld(null);
    setTarget(null);
  };
  const markOf = (id: string): Mark | null => {
    if (target?.overId !== id) return null;
    const parent = branchOf(target.place.parentId);
    return { zone: target.zone, depth: parent ? parent.depth + 1 : 0 };
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      onDragStart={({ active }) => setHeld(branchOf(String(active.id))?.entry ?? null)}
      onDragMove={(event) => {
        const next = targetAt(event);
        if (next?.overId !== target?.overId || next?.zone !== target?.zone) setTarget(next);
      }}
      onDragEnd={(event) => {
        const to = targetAt(event);
        if (held && to) onDrop(held, to.place);
        letGo();
      }}
      onDragCancel={letGo}
      accessibility={{
        // What has been moved is told by the list, however that was done.
        announcements: {
          onDragStart: () => "Picked up.",
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => "Left where it was.",
        },
        screenReaderInstructions: {
          draggable:
            "The arrow keys move it up, down, to the right below the one before, and to the left a step out.",
        },
      }}
    >
      {children(markOf)}
      {held && <End over={target?.overId === end} />}
      <DragOverlay dropAnimation={null}>
        {held && (
          // Beside the pointer: the place that is meant stays in sight.
          <p className="mt-9 ml-16 w-fit max-w-72 truncate rounded border border-rule-strong bg-raised px-3 py-1.5 font-medium shadow-[0_12px_32px_-8px_rgb(28_26_23/0.35)]">
            {titleOf(held)}
          </p>
        )}
      </DragOverlay>
    </DndContext>
  );
}

function End({ over }: { over: boolean }) {
  const { setNodeRef } = useDroppable({ id: end });
  return (
    <p
      ref={setNodeRef}
      className={cn(
        "mt-3 rounded border border-rule-strong border-dashed px-4 py-3 text-muted text-sm",
        over && "border-green bg-green-soft text-ink",
      )}
    >
      At the end of the top level
    </p>
  );
}

/** The row below the pointer, and which part of it. */
const underPointer: CollisionDetection = (args) =>
  pointerWithin(args).map(({ id }) => {
    const rect = args.droppableRects.get(id);
    const y = args.pointerCoordinates?.y ?? 0;
    return { id, data: { zone: rect ? zoneAt(y, rect) : "into" } };
  });
