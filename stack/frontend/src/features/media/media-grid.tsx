import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Message } from "@/components/message.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { type Media, type MediaFilter, mediaListQuery } from "@/features/media/api.ts";
import { MediaTile } from "@/features/media/media-tile.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";

const gridClasses = "grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 md:grid-cols-4";

type MediaGridProps = {
  filter: MediaFilter;
  onOpen: (media: Media) => void;
  /** Stands where there is nothing to show. */
  empty: ReactNode;
};

/** The files that a filter lets through, newest first. */
export function MediaGrid({ filter, onOpen, empty }: MediaGridProps) {
  const list = useInfiniteQuery(mediaListQuery(filter));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  if (list.isPending) return <GridLoading />;
  if (list.isError && items.length === 0) {
    return (
      <Message title="The library could not be loaded" announce>
        <p>{messageOf(list.error)}</p>
        <Button variant="primary" busy={list.isFetching} onClick={() => void list.refetch()}>
          Try again
        </Button>
      </Message>
    );
  }
  if (items.length === 0) return empty;
  return (
    <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")}>
      <p role="status" className="sr-only">
        {items.length} {items.length === 1 ? "file" : "files"}
        {list.hasNextPage && ", and more"}
      </p>
      <ul aria-label="Files" className={gridClasses}>
        {items.map((media) => (
          <MediaTile key={media.id} media={media} onOpen={onOpen} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-6"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  );
}

function GridLoading() {
  return (
    <div role="status" className={gridClasses}>
      <span className="sr-only">Loading the files…</span>
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((tile) => (
        <Skeleton key={tile} className="aspect-square" />
      ))}
    </div>
  );
}
