import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { FileText, Link2, Plus, Rows3, Search } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu.tsx";
import type { MenuEntry } from "@/features/design/api.ts";
import { EntryPicker } from "@/features/design/entry-picker.tsx";
import {
  indented,
  type MenuLine,
  mayIndent,
  moved,
  newLine,
  without,
} from "@/features/design/menu.ts";
import { MenuLineRow } from "@/features/design/menu-line-row.tsx";
import { nameOf } from "@/features/design/names.ts";

/** As many as the server takes on one level. */
const most = 20;

type MenuEditorProps = {
  lines: readonly MenuLine[];
  entries: ReadonlyMap<string, MenuEntry>;
  onChange: (lines: MenuLine[]) => void;
  /** An entry that was chosen, for its title is not in the design. */
  onMeet: (entry: MenuEntry) => void;
};

/** Arranges a menu by hand or by keyboard, and says what each line leads to. */
export function MenuEditor({ lines, entries, onChange, onMeet }: MenuEditorProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const entryOf = (line: MenuLine) => entries.get(line.entryId ?? "");
  const add = (line: MenuLine, opened: boolean) => {
    onChange([...lines, line]);
    if (opened) setOpen(line.key);
  };
  const said = (key: string | number) => {
    const line = lines.find((each) => each.key === key);
    return line ? `“${nameOf(line, entryOf(line))}”` : "";
  };
  return (
    <div className="grid gap-3">
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={{
          announcements: announcements(lines, said),
          screenReaderInstructions: {
            draggable:
              "Space lifts it, the arrow keys move it, space puts it down, Escape leaves it.",
          },
        }}
        onDragEnd={({ active, over }) => {
          if (over) onChange(moved(lines, String(active.id), String(over.id)));
        }}
      >
        <SortableContext items={lines.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          <ol className="grid gap-1.5">
            {lines.map((line) => (
              <MenuLineRow
                key={line.key}
                line={line}
                entry={entryOf(line)}
                open={open === line.key}
                mayIndent={mayIndent(lines, line.key)}
                onToggle={() => setOpen(open === line.key ? null : line.key)}
                onChange={(values) =>
                  onChange(lines.map((each) => (each === line ? { ...each, ...values } : each)))
                }
                onIndent={(depth) => onChange(indented(lines, line.key, depth))}
                onRemove={() => onChange(without(lines, line.key))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {lines.length === 0 && <p className="text-muted text-sm">The menu is empty.</p>}
      <Menu>
        <MenuTrigger
          render={
            <Button size="sm" className="justify-self-start" disabled={lines.length >= most} />
          }
        >
          <Plus aria-hidden />
          Add
        </MenuTrigger>
        <MenuContent align="start">
          <MenuItem onClick={() => setPicking(true)}>
            <FileText aria-hidden />A page or post…
          </MenuItem>
          <MenuItem onClick={() => add(newLine({ kind: "url" }), true)}>
            <Link2 aria-hidden />
            An address
          </MenuItem>
          <MenuItem onClick={() => add(newLine({ kind: "listing", listing: "blog" }), false)}>
            <Rows3 aria-hidden />
            The blog
          </MenuItem>
          <MenuItem onClick={() => add(newLine({ kind: "listing", listing: "search" }), false)}>
            <Search aria-hidden />
            The search
          </MenuItem>
        </MenuContent>
      </Menu>
      <EntryPicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(entry) => {
          setPicking(false);
          onMeet(entry);
          add(newLine({ kind: "entry", entryId: entry.id }), false);
        }}
      />
    </div>
  );
}

function announcements(
  lines: readonly MenuLine[],
  said: (key: string | number) => string,
): Announcements {
  const place = (key: string | number) =>
    `place ${lines.findIndex((line) => line.key === key) + 1} of ${lines.length}`;
  return {
    onDragStart: ({ active }) => `Lifted ${said(active.id)}, ${place(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over
        ? `${said(active.id)} is over ${place(over.id)}.`
        : `${said(active.id)} is over nothing.`,
    onDragEnd: ({ active, over }) =>
      over
        ? `Put ${said(active.id)} down at ${place(over.id)}.`
        : `Left ${said(active.id)} where it was.`,
    onDragCancel: ({ active }) => `Left ${said(active.id)} where it was.`,
  };
}
