import type { useBulk } from "@/components/bulk/use-bulk.ts";

type ChooseAllProps = {
  bulk: Pick<ReturnType<typeof useBulk>, "count" | "allChosen" | "allBox" | "toggleAll">;
  /** Whether anything can be done with what is chosen. */
  choosable: boolean;
  /** How many there are, in words. */
  counted: string;
};

/** The line above a list: the box that chooses all of it, and how many there are. */
export function ChooseAll({ bulk, choosable, counted }: ChooseAllProps) {
  return (
    <div className="flex min-h-11 items-center gap-3 border-rule border-b text-muted text-sm">
      {choosable && (
        <label className="grid size-8 cursor-pointer place-items-center">
          <input
            type="checkbox"
            className="size-4 accent-green"
            checked={bulk.allChosen}
            ref={(box) => {
              bulk.allBox.current = box;
              if (box) box.indeterminate = bulk.count > 0 && !bulk.allChosen;
            }}
            onChange={bulk.toggleAll}
          />
          <span className="sr-only">Choose all that are shown</span>
        </label>
      )}
      <p role="status">{counted}</p>
    </div>
  );
}
