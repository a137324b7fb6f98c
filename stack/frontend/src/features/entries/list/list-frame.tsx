import type { ReactNode } from "react";
import { BulkBar } from "@/features/entries/list/bulk-bar.tsx";
import type { useBulk } from "@/features/entries/list/use-bulk.ts";

type ListFrameProps = {
  bulk: ReturnType<typeof useBulk>;
  /** Whether anything can be done with what is chosen. */
  choosable: boolean;
  /** How many there are, in words. */
  counted: string;
  /** The rows. */
  children: ReactNode;
};

/** A list's rows between the box that chooses them all and what can be done with them. */
export function ListFrame({ bulk, choosable, counted, children }: ListFrameProps) {
  return (
    <>
      <div className="mt-4 flex min-h-11 items-center gap-3 border-rule border-b text-muted text-sm">
        {choosable && (
          <label className="grid size-8 cursor-pointer place-items-center">
            <input
              type="checkbox"
              className="size-4 accent-green"
              checked={bulk.allChosen}
              ref={(box) => {
                if (box) box.indeterminate = bulk.count > 0 && !bulk.allChosen;
              }}
              onChange={bulk.toggleAll}
            />
            <span className="sr-only">Choose all that are shown</span>
          </label>
        )}
        <p role="status">{counted}</p>
      </div>
      <ul>{children}</ul>
      <BulkBar count={bulk.count} busy={bulk.busy} onAct={bulk.act} onClear={bulk.clear} />
    </>
  );
}
