import {
  ArrowDown,
  ArrowUp,
  ChevronRight,
  Copy,
  Ellipsis,
  Plus,
  Puzzle,
  Trash2,
} from "lucide-react";
import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { buttonVariants } from "@/components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu.tsx";
import { readBlock, type StoredBlock, storedBlock } from "@/features/blocks/block.ts";
import { BlockForm } from "@/features/blocks/forms/block-form.tsx";
import { kinds, summaryOf } from "@/features/blocks/kinds.ts";
import type { Problems } from "@/features/blocks/problems.ts";
import { cn } from "@/lib/cn.ts";

/** What can be done with a block as a whole; null where it cannot. */
export type CardActions = {
  onMoveUp: (() => void) | null;
  onMoveDown: (() => void) | null;
  onAddBelow: (() => void) | null;
  onDuplicate: (() => void) | null;
  onRemove: () => void;
};

type BlockCardProps = {
  block: StoredBlock;
  onChange: (block: StoredBlock) => void;
  open: boolean;
  onToggle: () => void;
  /** By the path within the block. */
  problems: Problems;
  /** To hold it by; none where nothing can be changed. */
  handle: ReactNode;
  /** None where nothing can be changed. */
  actions: CardActions | null;
};

/** One block: what it is in a line, and on demand the form it is changed in. */
export function BlockCard({
  block: stored,
  onChange,
  open,
  onToggle,
  problems,
  handle,
  actions,
}: BlockCardProps) {
  const bodyId = useId();
  const block = readBlock(stored);
  const Icon = block ? kinds[block.kind].icon : Puzzle;
  const label = block ? kinds[block.kind].label : "A block of another release";
  const wrong = Object.keys(problems).length;
  const opens = block !== null && actions !== null;
  const line = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="shrink-0 font-medium text-[0.9375rem]">{label}</span>
      <span className="min-w-0 truncate text-muted text-sm">{block && summaryOf(block)}</span>
      {wrong > 0 && <Badge tone="warn">{wrong === 1 ? "1 problem" : `${wrong} problems`}</Badge>}
    </>
  );
  return (
    <div
      className={cn(
        "rounded border bg-paper",
        wrong > 0 ? "border-bad" : "border-rule",
        open && "border-rule-strong",
      )}
    >
      <div className="flex items-center gap-1 p-1">
        {handle}
        {opens ? (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? bodyId : undefined}
            onClick={onToggle}
            className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-sm px-1.5 text-left hover:bg-sunken"
          >
            <ChevronRight
              aria-hidden
              className={cn("size-4 shrink-0 text-muted transition-transform", open && "rotate-90")}
            />
            {line}
          </button>
        ) : (
          <div className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 px-2">{line}</div>
        )}
        {actions && <CardMenu label={label} actions={actions} />}
      </div>
      {open && opens && (
        <div id={bodyId} className="grid grid-cols-1 gap-5 border-rule border-t p-4 sm:p-5">
          <BlockForm
            block={block}
            onChange={(next) => onChange(storedBlock(next))}
            problems={problems}
          />
        </div>
      )}
    </div>
  );
}

function CardMenu({ label, actions }: { label: string; actions: CardActions }) {
  const { onMoveUp, onMoveDown, onAddBelow, onDuplicate, onRemove } = actions;
  return (
    <Menu>
      <MenuTrigger
        aria-label={`More for this block, “${label}”`}
        title="More"
        className={buttonVariants({ variant: "quiet", size: "icon" })}
      >
        <Ellipsis aria-hidden />
      </MenuTrigger>
      <MenuContent>
        <MenuItem disabled={!onMoveUp} onClick={() => onMoveUp?.()}>
          <ArrowUp aria-hidden />
          Move up
        </MenuItem>
        <MenuItem disabled={!onMoveDown} onClick={() => onMoveDown?.()}>
          <ArrowDown aria-hidden />
          Move down
        </MenuItem>
        <MenuSeparator />
        <MenuItem disabled={!onAddBelow} onClick={() => onAddBelow?.()}>
          <Plus aria-hidden />
          Add a block below
        </MenuItem>
        <MenuItem disabled={!onDuplicate} onClick={() => onDuplicate?.()}>
          <Copy aria-hidden />
          Duplicate
        </MenuItem>
        <MenuSeparator />
        <MenuItem onClick={onRemove}>
          <Trash2 aria-hidden />
          Remove
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
