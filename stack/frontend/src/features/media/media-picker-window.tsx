import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SearchInput } from "@/components/search-input.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { foldersQuery, type Media } from "@/features/media/api.ts";
import { DropZone } from "@/features/media/drop-zone.tsx";
import { FolderSelect } from "@/features/media/folder-select.tsx";
import type { MediaKind } from "@/features/media/kinds.ts";
import { MediaGrid } from "@/features/media/media-grid.tsx";
import { MediaTile } from "@/features/media/media-tile.tsx";
import { MediaTiles } from "@/features/media/media-tiles.tsx";
import { UploadButton } from "@/features/media/upload-button.tsx";
import { UploadList } from "@/features/media/upload-list.tsx";
import { useUploads } from "@/features/media/use-uploads.ts";
import { useMay } from "@/features/session/use-user.ts";

export type MediaPickerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called with the chosen file; the window closes by itself. */
  onPick: (media: Media) => void;
  /** The only kind that is offered; without it all are. */
  kind?: MediaKind;
  title?: string;
};

/** A window on the library, for choosing one file or uploading it on the spot. */
export function MediaPickerWindow({
  open,
  onOpenChange,
  onPick,
  kind,
  title = kind === "image" ? "Choose a picture" : "Choose a file",
}: MediaPickerProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      startAt="title"
      className="max-w-4xl"
    >
      {open && (
        <Choice
          kind={kind}
          onPick={(media) => {
            onPick(media);
            onOpenChange(false);
          }}
        />
      )}
    </Dialog>
  );
}

type ChoiceProps = { kind: MediaKind | undefined; onPick: (media: Media) => void };

function Choice({ kind, onPick }: ChoiceProps) {
  const writes = useMay("media.write");
  const [folder, setFolder] = useState("");
  const [q, setSearch] = useState("");
  const { data: folders = [] } = useQuery(foldersQuery);
  const { uploads, add, retry, remove, clear } = useUploads();
  const into = folders.find(({ id }) => id === folder) ?? null;
  const addHere = (files: File[]) => add(files, into?.id ?? null);
  return (
    <>
      <div className="mt-4 flex flex-wrap items-end gap-3">
        <div className="w-48 max-w-full">
          <FolderSelect
            aria-label="Folder"
            className="h-10"
            value={folder}
            onChange={setFolder}
            first={[
              ["", "All folders"],
              ["none", "In no folder"],
            ]}
          />
        </div>
        <div className="-mb-3">
          <SearchInput label="Search files" value={q} onChange={setSearch} />
        </div>
        {writes && (
          <div className="ml-auto">
            <UploadButton
              variant="outline"
              onFiles={addHere}
              {...(kind === "image" && { accept: "image/*" })}
            />
          </div>
        )}
      </div>
      <UploadList uploads={uploads} onRetry={retry} onRemove={remove} onClear={clear} />
      <div className="mt-6 min-h-64">
        <DropZone
          into={into ? `“${into.name}”` : "the library"}
          disabled={!writes}
          onFiles={addHere}
        >
          <MediaGrid
            filter={{ folder: folder || undefined, kind, q: q || undefined }}
            empty={
              <p role="status" className="min-h-48 text-muted">
                {q ? `Nothing found for “${q}”.` : "Nothing here yet. Drop files here to add them."}
              </p>
            }
          >
            {(files, counted) => (
              <>
                <p role="status" className="sr-only">
                  {counted}
                </p>
                <MediaTiles>
                  {files.map((media) => (
                    <MediaTile key={media.id} media={media} onOpen={onPick} />
                  ))}
                </MediaTiles>
              </>
            )}
          </MediaGrid>
        </DropZone>
      </div>
    </>
  );
}
