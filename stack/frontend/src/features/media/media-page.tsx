import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { SearchInput } from "@/components/search-input.tsx";
import { buttonVariants } from "@/components/ui/button.tsx";
import { foldersQuery, type Media, type MediaFilter, storageQuery } from "@/features/media/api.ts";
import { DropZone } from "@/features/media/drop-zone.tsx";
import { sizeInWords } from "@/features/media/file-facts.ts";
import { FolderBar } from "@/features/media/folder-bar.tsx";
import { kindNames, mediaKinds } from "@/features/media/kinds.ts";
import { LibraryTiles } from "@/features/media/library-tiles.tsx";
import { MediaDialog } from "@/features/media/media-dialog.tsx";
import { MediaGrid } from "@/features/media/media-grid.tsx";
import { UploadButton } from "@/features/media/upload-button.tsx";
import { UploadList } from "@/features/media/upload-list.tsx";
import { useUploads } from "@/features/media/use-uploads.ts";
import { useMay } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

const route = getRouteApi("/signed-in/shell/media");

/** The library: every file of the site. */
export function MediaPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const writes = useMay("media.write");
  const { data: site } = useQuery(siteQuery);
  const { data: folders = [] } = useQuery(foldersQuery);
  const { uploads, add, retry, remove, clear } = useUploads();
  const [open, setOpen] = useState<Media | null>(null);
  useDocumentTitle("Media", site?.title ?? "");

  const folder = folders.find(({ id }) => id === filter.folder) ?? null;
  const addHere = (files: File[]) => add(files, folder?.id ?? null);
  const search = useCallback(
    (q: string) =>
      void navigate({ search: (before) => ({ ...before, q: q || undefined }), replace: true }),
    [navigate],
  );
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Media">{writes && <UploadButton onFiles={addHere} />}</PageHeader>
      <div className="mt-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-3 border-ink border-b">
        <KindFilter kind={filter.kind} />
        <SearchInput label="Search files" value={filter.q ?? ""} onChange={search} />
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <FolderBar
          folder={filter.folder}
          onChange={(next) => void navigate({ search: (before) => ({ ...before, folder: next }) })}
        />
        <StorageLine />
      </div>
      <UploadList uploads={uploads} onRetry={retry} onRemove={remove} onClear={clear} />
      <div className="mt-6">
        <DropZone
          into={folder ? `“${folder.name}”` : "the library"}
          disabled={!writes}
          onFiles={addHere}
        >
          <MediaGrid filter={filter} empty={<Empty filter={filter} />}>
            {(files, counted) => (
              <LibraryTiles
                // Other files: what was chosen among those before is not meant.
                key={JSON.stringify(filter)}
                files={files}
                counted={counted}
                onOpen={setOpen}
              />
            )}
          </MediaGrid>
        </DropZone>
      </div>
      {open && <MediaDialog key={open.id} media={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function KindFilter({ kind: chosen }: Pick<MediaFilter, "kind">) {
  return (
    <nav aria-label="Filter by kind" className="-mb-px flex max-w-full gap-5 overflow-x-auto">
      {[undefined, ...mediaKinds].map((kind) => (
        <Link
          key={kind ?? "all"}
          to="/media"
          search={(before) => ({ ...before, kind })}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={chosen === kind ? "page" : undefined}
          className="border-transparent border-b-2 pt-2 pb-2.5 text-muted hover:text-ink aria-[current=page]:border-green aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {kind ? kindNames[kind] : "All"}
        </Link>
      ))}
    </nav>
  );
}

function StorageLine() {
  const { data: storage } = useQuery(storageQuery);
  if (!storage) return null;
  return (
    <p className="text-muted text-sm">
      {sizeInWords(storage.used)} of {sizeInWords(storage.quota)} used
    </p>
  );
}

function Empty({ filter }: { filter: MediaFilter }) {
  const writes = useMay("media.write");
  if (filter.q || filter.kind || filter.folder) {
    return (
      <div role="status" className="min-h-64 py-6">
        <Message title="Nothing here">
          <p className="text-muted">
            {filter.q
              ? `Nothing found for “${filter.q}”.`
              : "No file of this kind or in this folder."}
          </p>
          <Link to="/media" search={{}} className={buttonVariants()}>
            Show all files
          </Link>
        </Message>
      </div>
    );
  }
  return (
    <div role="status" className="min-h-64 py-6">
      <Message title={writes ? "Add the first pictures" : "No files yet"}>
        <p className="text-muted">
          {writes
            ? "Drop files here, or choose them with the button above: pictures, PDF, sounds and films."
            : "Files appear here as soon as somebody adds one."}
        </p>
      </Message>
    </div>
  );
}
