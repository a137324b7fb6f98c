import { Command } from "cmdk";
import { useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { BlockKind } from "@/features/blocks/block.ts";
import { KindPicture } from "@/features/blocks/kind-picture.tsx";
import { kinds, kindsFor } from "@/features/blocks/kinds.ts";
import { useChosen } from "@/lib/use-chosen.ts";

type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (kind: BlockKind) => void;
};

/** The kinds of blocks as pictures; typing narrows them, the arrow keys choose. */
export function Palette({ open, onOpenChange, onPick }: PaletteProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a block"
      startAt={input}
      className="max-w-2xl"
    >
      <Kinds
        input={input}
        onPick={(kind) => {
          onPick(kind);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type KindsProps = {
  input: React.RefObject<HTMLInputElement | null>;
  onPick: (kind: BlockKind) => void;
};

function Kinds({ input, onPick }: KindsProps) {
  const [text, setText] = useState("");
  const found = kindsFor(text);
  const chosen = useChosen(found);
  return (
    <Command shouldFilter={false} loop label="Kinds of blocks" {...chosen}>
      <Command.Input
        ref={input}
        value={text}
        onValueChange={setText}
        maxLength={40}
        placeholder="Type to narrow, Enter to add"
        className="mt-4 h-11 w-full rounded border border-rule-strong bg-raised px-3 text-base"
      />
      <Command.List className="mt-4">
        <Command.Group className="[&_[cmdk-group-items]]:grid [&_[cmdk-group-items]]:gap-2 sm:[&_[cmdk-group-items]]:grid-cols-2">
          {found.map((kind) => (
            <Command.Item
              key={kind}
              value={kind}
              onSelect={() => onPick(kind)}
              className="grid cursor-pointer grid-cols-[6rem_1fr] items-start gap-3 rounded border border-transparent p-2 data-[selected=true]:border-rule-strong data-[selected=true]:bg-sunken"
            >
              <KindPicture kind={kind} />
              <span className="min-w-0">
                <span className="block font-medium text-[0.9375rem]">{kinds[kind].label}</span>
                <span className="block text-muted text-sm leading-snug">{kinds[kind].about}</span>
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      </Command.List>
      <p role="status" className="text-muted text-sm empty:hidden">
        {found.length === 0 ? "There is no such block." : null}
      </p>
    </Command>
  );
}
