"use client";

import { Switch } from "@/components/ui/choice.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { queueCommands } from "./queue-keys.ts";

interface QueueHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isOn: boolean;
  switchTo: (on: boolean) => void;
}

/** The keys of the queue, and the switch that turns them off. */
export function QueueHelp({ open, onOpenChange, isOn, switchTo }: QueueHelpProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      <dl className="mt-5 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {Object.values(queueCommands).map(({ keys, label }) => (
          <div key={label} className="contents">
            <dt>
              <Kbd>{keys[0]}</Kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="caption mt-4">Approve and reject act on what is selected, or else on the row you are in.</p>
      <Switch
        className="mt-5"
        label="Use these keys"
        hint="Remembered on this device. They do nothing while you type."
        checked={isOn}
        onChange={(event) => switchTo(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
