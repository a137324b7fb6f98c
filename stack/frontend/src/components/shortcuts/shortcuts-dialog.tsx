import { Fragment } from "react";
import { shortcutGroupsFor } from "@/components/shortcuts/shortcuts.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { useUser } from "@/features/session/use-user.ts";
import { type Keys, keyCaps, setSingleKeys, useSingleKeys } from "@/lib/shortcuts.ts";

type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

export default function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const singleKeys = useSingleKeys();
  const groups = shortcutGroupsFor(useUser());
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" startAt="title">
      {groups.map(({ name, shortcuts }) => (
        <section key={name} className="mt-6">
          <h3 className="border-rule border-b pb-2 text-muted text-sm">{name}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div
                key={keys}
                className="flex items-center justify-between gap-4 border-rule border-b py-2"
              >
                <dt>{does}</dt>
                <dd className="shrink-0">
                  <Caps keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="mt-6 flex items-start gap-3">
        <input
          type="checkbox"
          className="mt-1 size-4 accent-green"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        <span>
          Single keys
          <span className="block text-muted text-sm">
            Switch them off if they get in the way of dictation or of another tool.
          </span>
        </span>
      </label>
    </Dialog>
  );
}

function Caps({ keys }: { keys: Keys }) {
  const inSequence = keys.includes(" ");
  return (
    <span className="flex items-center gap-1">
      {keyCaps(keys).map((cap, index) => (
        <Fragment key={cap}>
          {inSequence && index > 0 && <span className="text-muted text-sm">then</span>}
          <Kbd>{cap}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
