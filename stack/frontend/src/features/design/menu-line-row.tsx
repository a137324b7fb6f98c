import { useSortable } from "@dnd-kit/sortable";
import {
  ChevronDown,
  CornerDownRight,
  CornerUpLeft,
  FileText,
  GripVertical,
  Link2,
  Rows3,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { MenuEntry } from "@/features/design/api.ts";
import { isComplete, type MenuLine } from "@/features/design/menu.ts";
import { MenuLineForm } from "@/features/design/menu-line-form.tsx";
import { nameOf } from "@/features/design/names.ts";
import { cn } from "@/lib/cn.ts";

const icons = { entry: FileText, url: Link2, listing: Rows3 };

type MenuLineRowProps = {
  line: MenuLine;
  entry: MenuEntry | undefined;
  open: boolean;
  mayIndent: boolean;
  onToggle: () => void;
  onChange: (values: Partial<MenuLine>) => void;
  onIndent: (depth: 0 | 1) => void;
  onRemove: () => void;
};

/** A line of a menu: its place is changed by the handle, its words below it. */
export function MenuLineRow({
  line,
  entry,
  open,
  mayIndent,
  onToggle,
  onChange,
  onIndent,
  onRemove,
}: MenuLineRowProps) {
  const sortable = useSortable({ id: line.key });
  const { transform } = sortable;
  const name = nameOf(line, entry);
  const Icon = icons[line.kind];
  return (
    <li
      ref={sortable.setNodeRef}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition: sortable.transition,
      }}
      className={cn(
        "relative rounded border border-rule bg-raised",
        line.depth === 1 && "ml-7",
        sortable.isDragging && "z-10 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.35)]",
      )}
    >
      <div className="flex items-center">
        <button
          type="button"
          {...sortable.attributes}
          {...sortable.listeners}
          aria-label={`Move “${name}”`}
          className="flex h-11 w-8 shrink-0 cursor-grab touch-none items-center justify-center text-muted hover:text-ink"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-w-0 flex-1 items-center gap-2 py-2.5 text-left text-[0.9375rem]"
        >
          <Icon aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="truncate">{name}</span>
          {line.kind === "entry" && entry?.path === null && <Badge tone="idle">Not public</Badge>}
          {!isComplete(line) && <Badge tone="warn">Unfinished</Badge>}
          <ChevronDown
            aria-hidden
            className={cn("ml-auto size-4 shrink-0 text-muted", open && "rotate-180")}
          />
        </button>
        {line.depth === 1 ? (
          <Act label={`Move “${name}” a step out`} onClick={() => onIndent(0)}>
            <CornerUpLeft aria-hidden />
          </Act>
        ) : (
          <Act
            label={`Put “${name}” below the one before`}
            disabled={!mayIndent}
            onClick={() => onIndent(1)}
          >
            <CornerDownRight aria-hidden />
          </Act>
        )}
        <Act label={`Take “${name}” out of the menu`} onClick={onRemove}>
          <X aria-hidden />
        </Act>
      </div>
      {open && <MenuLineForm line={line} entry={entry} onChange={onChange} />}
    </li>
  );
}

type ActProps = { label: string; onClick: () => void; disabled?: boolean; children: ReactNode };

function Act({ label, onClick, disabled = false, children }: ActProps) {
  return (
    <Button
      variant="quiet"
      size="icon-sm"
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
