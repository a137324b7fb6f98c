import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FolderPlus, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { deleteFolder, type Folder, foldersQuery, mediaKey } from "@/features/media/api.ts";
import { FolderDialog } from "@/features/media/folder-dialog.tsx";
import { FolderSelect } from "@/features/media/folder-select.tsx";
import { useMay } from "@/features/session/use-user.ts";

type FolderBarProps = {
  /** A folder's id, "none", or undefined for everything. */
  folder: string | undefined;
  onChange: (folder: string | undefined) => void;
};

/** Chooses a folder, and makes, renames and deletes them. */
export function FolderBar({ folder, onChange }: FolderBarProps) {
  const edits = useMay("media.edit");
  const { data: folders = [] } = useQuery(foldersQuery);
  const chosen = folders.find(({ id }) => id === folder) ?? null;
  const [naming, setNaming] = useState<"new" | "chosen" | null>(null);
  const [deleting, setDeleting] = useState<Folder | null>(null);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      <div className="w-56 max-w-full">
        <FolderSelect
          aria-label="Folder"
          className="h-10"
          value={folder ?? ""}
          onChange={(value) => onChange(value || undefined)}
          first={[
            ["", "All folders"],
            ["none", "In no folder"],
          ]}
        />
      </div>
      {edits && (
        <>
          <Button variant="quiet" size="icon" title="New folder" onClick={() => setNaming("new")}>
            <FolderPlus aria-hidden />
            <span className="sr-only">New folder{chosen && ` in ${chosen.name}`}</span>
          </Button>
          {chosen && (
            <>
              <Button
                variant="quiet"
                size="icon"
                title="Rename the folder"
                onClick={() => setNaming("chosen")}
              >
                <Pencil aria-hidden />
                <span className="sr-only">Rename {chosen.name}</span>
              </Button>
              <Button
                variant="quiet"
                size="icon"
                title="Delete the folder"
                onClick={() => setDeleting(chosen)}
              >
                <Trash2 aria-hidden />
                <span className="sr-only">Delete {chosen.name}</span>
              </Button>
            </>
          )}
        </>
      )}
      {naming && (
        <FolderDialog
          of={naming === "chosen" && chosen ? chosen : { is: "new", parent: chosen }}
          onClose={() => setNaming(null)}
          onSaved={({ id }) => onChange(id)}
        />
      )}
      <DeleteFolderDialog
        folder={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={({ parentId }) => onChange(parentId ?? undefined)}
      />
    </div>
  );
}

type DeleteFolderDialogProps = {
  folder: Folder | null;
  onClose: () => void;
  onDeleted: (folder: Folder) => void;
};

function DeleteFolderDialog({ folder, onClose, onDeleted }: DeleteFolderDialogProps) {
  const queryClient = useQueryClient();
  return (
    <ConfirmDialog
      open={folder !== null}
      onClose={onClose}
      title={`Delete the folder “${folder?.name ?? ""}”?`}
      description="No file is deleted: what is in it moves to where the folder was."
      confirm="Delete the folder"
      run={async () => {
        if (!folder) return;
        await deleteFolder(folder.id);
        toast.success(`The folder “${folder.name}” is deleted`);
        onDeleted(folder);
        void queryClient.invalidateQueries({ queryKey: mediaKey });
      }}
    />
  );
}
