import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { type MenuEntry, menuEntriesQuery } from "@/features/design/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** Milliseconds of quiet after which a search starts. */
const pause = 200;

type EntryPickerProps = {
  open: boolean;
  onClose: () => void;
  onPick: (entry: MenuEntry) => void;
};

/** A window for choosing what on this site a menu leads to. */
export function EntryPicker({ open, onClose, onPick }: EntryPickerProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="Choose a page or post"
    >
      {open && <Choice onPick={onPick} />}
    </Dialog>
  );
}

function Choice({ onPick }: Pick<EntryPickerProps, "onPick">) {
  const [typed, setTyped] = useState("");
  const words = useDebounced(typed.trim(), pause);
  const found = useQuery({ ...menuEntriesQuery(words), placeholderData: keepPreviousData });
  return (
    <div className="mt-4 grid gap-4">
      <Field label="Search">
        {(control) => (
          <Input
            {...control}
            type="search"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <ul className="h-72 overflow-y-auto border-rule border-y" aria-busy={found.isFetching}>
        {found.data?.map((entry) => (
          <li key={entry.id} className="border-rule not-last:border-b">
            <button
              type="button"
              onClick={() => onPick(entry)}
              className="flex w-full items-center gap-2.5 px-2 py-2.5 text-left text-[0.9375rem] hover:bg-sunken"
            >
              <FileText aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{entry.title || "Untitled"}</span>
                {entry.path && (
                  <span className="block truncate text-muted text-sm">{entry.path}</span>
                )}
              </span>
              {entry.path === null && <Badge tone="idle">Not public yet</Badge>}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-muted text-sm">
        {found.isError
          ? `The entries could not be loaded. ${messageOf(found.error)}`
          : found.data?.length === 0
            ? "Nothing found."
            : words
              ? ""
              : "Those changed last."}
      </p>
    </div>
  );
}
