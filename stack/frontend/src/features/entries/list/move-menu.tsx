import { ArrowDown, ArrowUp, CornerDownRight, CornerUpLeft, EllipsisVertical } from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu.tsx";
import type { Step } from "@/features/entries/places.ts";

const steps = [
  { step: "up", label: "Move up", Icon: ArrowUp },
  { step: "down", label: "Move down", Icon: ArrowDown },
  { step: "in", label: "Put below the one before", Icon: CornerDownRight },
  { step: "out", label: "Move a step out", Icon: CornerUpLeft },
] as const;

type MoveMenuProps = {
  title: string;
  /** Whether there is a step in that direction. */
  may: (step: Step) => boolean;
  onStep: (step: Step) => void;
};

/** Moves a page step by step, wherever there is no room for a handle and for those who do not drag. */
export function MoveMenu({ title, may, onStep }: MoveMenuProps) {
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Move “${title}” by steps`}
        title="Move by steps"
        className={buttonVariants({ variant: "quiet", size: "icon-sm" })}
      >
        <EllipsisVertical aria-hidden />
      </MenuTrigger>
      <MenuContent>
        <Steps may={may} onStep={onStep} />
      </MenuContent>
    </Menu>
  );
}

/** Asks what may be done once the menu is open. */
function Steps({ may, onStep }: Omit<MoveMenuProps, "title">) {
  return steps.map(({ step, label, Icon }) => (
    <MenuItem key={step} disabled={!may(step)} onClick={() => onStep(step)}>
      <Icon aria-hidden />
      {label}
    </MenuItem>
  ));
}
