import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Message } from "@/components/message.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { type Media, type MediaFilter, mediaListQuery } from "@/features/media/api.ts";
import { tilesClasses } from "@/features/media/media-tiles.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";
import { useFocusKept } from "@/lib/use-focus-kept.ts";

type MediaGridProps = {
  filter: MediaFilter;
  /** Stands where there is nothing to show. */
  empty: ReactNode;
  /** @param counted how many there are, in words */
  children: (files: readonly Media[], counted: string) => ReactNode;
};

/** The files that a filter lets through, newest first, as many as were asked for. */
export function MediaGrid({ filter, empty, children }: MediaGridProps) {
  const list = useInfiniteQuery(mediaListQuery(filter));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const count = items.length;
  // Whoever made the last ones go away stood on something that went with them.
  const nothing = useFocusKept<HTMLDivElement>(count);

  if (list.isPending) return <GridLoading />;
  if (list.isError && count === 0) {
    return (
      <Message title="The library could not be loaded" announce>
        <p>{messageOf(list.error)}</p>
        <Button variant="primary" busy={list.isFetching} onClick={() => void list.refetch()}>
          Try again
        </Button>
      </Message>
    );
  }
  if (count === 0)
    return (
      <div ref={nothing} tabIndex={-1} className="outline-none">
        {empty}
      </div>
    );
  const counted = `${count} ${count === 1 ? "file" : "files"}`;
  return (
    <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")}>
      {children(items, list.hasNextPage ? `${counted}, and more` : counted)}
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
    <div role="status" className={tilesClasses}>
      <span className="sr-only">Loading the files…</span>
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((tile) => (
        <Skeleton key={tile} className="aspect-square" />
      ))}
    </div>
  );
}
