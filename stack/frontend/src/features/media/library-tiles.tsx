import { ChooseAll } from "@/components/bulk/choose-all.tsx";
import type { Media } from "@/features/media/api.ts";
import { MediaBulkBar } from "@/features/media/media-bulk-bar.tsx";
import { MediaTile } from "@/features/media/media-tile.tsx";
import { MediaTiles } from "@/features/media/media-tiles.tsx";
import { useMediaBulk } from "@/features/media/use-media-bulk.ts";
import { useMay } from "@/features/session/use-user.ts";

type LibraryTilesProps = {
  files: readonly Media[];
  /** How many there are, in words. */
  counted: string;
  onOpen: (media: Media) => void;
};

/** Files that are opened, and chosen to do something with many. */
export function LibraryTiles({ files, counted, onOpen }: LibraryTilesProps) {
  const writes = useMay("media.write");
  const bulk = useMediaBulk(files);
  return (
    <>
      <div className="mb-4">
        <ChooseAll bulk={bulk} choosable={writes} counted={counted} />
      </div>
      <MediaTiles>
        {files.map((media) => (
          <MediaTile
            key={media.id}
            media={media}
            onOpen={onOpen}
            choice={bulk.choiceOf(media)}
            choosing={bulk.count > 0}
            result={bulk.results.get(media.id)}
          />
        ))}
      </MediaTiles>
      <MediaBulkBar bulk={bulk} />
    </>
  );
}
