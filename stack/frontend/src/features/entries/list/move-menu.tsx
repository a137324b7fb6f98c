import {
  ArrowDown,
  ArrowUp,
  CornerDownRight,
  CornerUpLeft,
  EllipsisVertical,
  ListTree,
} from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu.tsx";
import type { Step } from "@/features/entries/places.ts";

const steps = [
  { step: "up", label: "Move up", Icon: ArrowUp },
  { step: "down", label: "Move down", Icon: ArrowDown },
  { step: "in", label: "Put below the one before", Icon: CornerDownRight },
  { step: "out", label: "Move a step out", Icon: CornerUpLeft },
] as const;

export type Moves = {
  /** Whether there is a step in that direction. */
  may: (step: Step) => boolean;
  onStep: (step: Step) => void;
  /** Asks for the place itself. */
  onChoose: () => void;
};

/** Moves a page, wherever there is no room for a handle and for those who do not drag. */
export function MoveMenu({ title, ...moves }: Moves & { title: string }) {
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Ways to move “${title}”`}
        title="Ways to move it"
        className={buttonVariants({ variant: "quiet", size: "icon-sm" })}
      >
        <EllipsisVertical aria-hidden />
      </MenuTrigger>
      <MenuContent>
        <Items {...moves} />
      </MenuContent>
    </Menu>
  );
}

/** Asks what may be done once the menu is open. */
function Items({ may, onStep, onChoose }: Moves) {
  return (
    <>
      {steps.map(({ step, label, Icon }) => (
        <MenuItem key={step} disabled={!may(step)} onClick={() => onStep(step)}>
          <Icon aria-hidden />
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onClick={onChoose}>
        <ListTree aria-hidden />
        Move to…
      </MenuItem>
    </>
  );
}
