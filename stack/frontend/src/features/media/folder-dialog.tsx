import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { createFolder, type Folder, foldersQuery, renameFolder } from "@/features/media/api.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

type FolderDialogProps = {
  /** The folder to rename, or "new" with the one that it will be in. */
  of: Folder | { is: "new"; parent: Folder | null };
  onClose: () => void;
  onSaved: (folder: Folder) => void;
};

/** Asks for a folder's name. */
export function FolderDialog({ of, onClose, onSaved }: FolderDialogProps) {
  const isNew = "is" in of;
  const [name, setName] = useState(isNew ? "" : of.name);
  const form = useId();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      isNew ? createFolder(name, of.parent?.id ?? null) : renameFolder(of.id, name),
    onSuccess: async (folder) => {
      await queryClient.invalidateQueries({ queryKey: foldersQuery.queryKey });
      onSaved(folder);
      onClose();
    },
  });
  const parent = isNew ? of.parent : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={isNew ? "New folder" : "Rename the folder"}
      description={parent && <p>In “{parent.name}”.</p>}
    >
      <form
        id={form}
        className="mt-4 grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending && name.trim() !== "") save.mutate();
        }}
      >
        <Field label="Name" error={save.error ? problemOf(save.error) : undefined}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          busy={save.isPending}
        >
          {isNew ? "Make the folder" : "Rename"}
        </Button>
      </form>
    </Dialog>
  );
}

const problemOf = (error: Error): string =>
  (error instanceof ApiError && error.fields.name) || messageOf(error);
