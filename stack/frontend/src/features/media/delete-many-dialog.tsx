import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { type Media, usedQuery } from "@/features/media/api.ts";

/** Files that are named; of each as many places. */
const mostShown = 5;

type DeleteManyDialogProps = {
  files: readonly Media[];
  onClose: () => void;
  /** Tells what became of it by itself; of those in use only `althoughUsed` go. */
  remove: (althoughUsed: ReadonlySet<string>) => Promise<void>;
};

/** Asks before files go, and says which are shown somewhere: these stay unless they are meant as well. */
export function DeleteManyDialog({ files, onClose, remove }: DeleteManyDialogProps) {
  const used = useQuery(usedQuery(files.map(({ id }) => id)));
  const [meant, setMeant] = useState(false);
  const box = useId();
  const names = new Map(files.map(({ id, name }) => [id, name]));
  const shown = used.data ?? [];
  // With nothing else to delete there is nothing to choose.
  const all = shown.length === files.length;
  const going = all || meant ? files.length : files.length - shown.length;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={files.length === 1 ? `Delete “${files[0]?.name}”?` : `Delete ${files.length} files?`}
      description="What is deleted is gone for good, and its address with it."
      confirm={all ? "Delete all the same" : going === 1 ? "Delete one" : `Delete ${going}`}
      waiting={used.isPending}
      run={() => remove(new Set(all || meant ? shown.map(({ id }) => id) : []))}
    >
      {shown.length > 0 && (
        <Notice
          tone="warn"
          className="mt-4"
          title={
            files.length === 1
              ? "It is in use"
              : `${shown.length} of ${files.length} ${shown.length === 1 ? "is" : "are"} in use`
          }
        >
          <ul className="list-disc pl-5 [overflow-wrap:anywhere]">
            {shown.slice(0, mostShown).map(({ id, uses }) => (
              <li key={id}>
                {names.get(id)} <span className="text-muted">in {placesOf(uses)}</span>
              </li>
            ))}
            {shown.length > mostShown && <li>and {shown.length - mostShown} more</li>}
          </ul>
          {!all && (
            <label htmlFor={box} className="mt-1 flex cursor-pointer items-start gap-3">
              <input
                id={box}
                type="checkbox"
                className="mt-1 size-4 shrink-0 accent-green"
                checked={meant}
                onChange={(event) => setMeant(event.target.checked)}
              />
              {shown.length === 1 ? "Delete it as well" : "Delete these as well"}
            </label>
          )}
        </Notice>
      )}
    </ConfirmDialog>
  );
}

/** “Home”, “About” and 3 more. */
function placesOf(uses: readonly { title: string }[]): string {
  const named = uses.slice(0, mostShown).map(({ title }) => `“${title}”`);
  const more = uses.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}
