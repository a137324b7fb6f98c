import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { foldersQuery } from "@/features/media/api.ts";
import { FolderSelect } from "@/features/media/folder-select.tsx";

type MoveDialogProps = {
  /** Files. */
  count: number;
  onClose: () => void;
  /** Tells what became of it by itself. */
  move: (folderId: string | null) => Promise<void>;
};

/** Asks where the chosen files go. */
export function MoveDialog({ count, onClose, move }: MoveDialogProps) {
  const { data: folders } = useQuery(foldersQuery);
  const [to, setTo] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await move(to === "none" ? null : to);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={count === 1 ? "Move the file" : `Move ${count} files`}
      description="Their addresses stay, and so does whatever shows them."
    >
      <form className="mt-4 grid gap-6" onSubmit={(event) => void submit(event)}>
        <Field
          label="Folder"
          hint={folders?.length === 0 && "There are no folders yet: make one above the library."}
        >
          {(control) => (
            <FolderSelect
              {...control}
              required
              value={to}
              onChange={setTo}
              first={[
                ["", "Choose a folder"],
                ["none", "In no folder"],
              ]}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" className="justify-self-start" busy={busy}>
          Move
        </Button>
      </form>
    </Dialog>
  );
}
