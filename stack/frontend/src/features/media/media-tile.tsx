import { FileText, Film, type LucideIcon, Music } from "lucide-react";
import { ChoiceBox } from "@/components/bulk/choice-box.tsx";
import type { Choice } from "@/components/bulk/use-bulk.ts";
import type { Media } from "@/features/media/api.ts";
import type { MediaKind } from "@/features/media/kinds.ts";
import type { BulkResult } from "@/lib/bulk.ts";
import { cn } from "@/lib/cn.ts";

const icons: Readonly<Record<Exclude<MediaKind, "image">, LucideIcon>> = {
  document: FileText,
  audio: Music,
  video: Film,
};

/** What a file looks like, filling a square around its focal point; decoration beside its name. */
export function MediaPreview({ media, className }: { media: Media; className?: string }) {
  if (media.kind !== "image" || media.thumbnail === null) {
    const Icon = icons[media.kind === "image" ? "document" : media.kind];
    return (
      <span className={cn("grid place-items-center bg-sunken text-muted", className)}>
        <Icon aria-hidden className="size-10" />
      </span>
    );
  }
  const isDrawn = media.mime === "image/svg+xml";
  return (
    <img
      src={media.thumbnail}
      alt=""
      loading="lazy"
      decoding="async"
      className={cn("bg-sunken", isDrawn ? "object-contain p-4" : "object-cover", className)}
      style={{
        objectPosition: `${media.focalX * 100}% ${media.focalY * 100}%`,
        ...(media.colour && !isDrawn && { backgroundColor: media.colour }),
      }}
    />
  );
}

type MediaTileProps = {
  media: Media;
  onOpen: (media: Media) => void;
  /** Null, or left out, where it cannot be chosen. */
  choice?: Choice | null;
  /** Whether any is chosen: then every box is in sight. */
  choosing?: boolean;
  /** What became of it when something was done with many. */
  result?: BulkResult | undefined;
};

/** Opens a file; with the shift, control or command key it chooses it instead. */
export function MediaTile({ media, onOpen, choice, choosing = false, result }: MediaTileProps) {
  return (
    <li className="group/tile relative min-w-0">
      {choice && (
        <ChoiceBox
          choice={choice}
          title={media.name}
          className={cn(
            "absolute top-2 left-2 z-10 rounded border border-rule bg-paper transition-opacity [@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-focus-within/tile:opacity-100 [@media(hover:hover)]:group-hover/tile:opacity-100",
            choosing && "opacity-100!",
          )}
        />
      )}
      <button
        type="button"
        onClick={(event) => {
          if (choice && (event.shiftKey || event.ctrlKey || event.metaKey))
            choice.toggle(event.shiftKey);
          else onOpen(media);
        }}
        className="group block w-full select-none rounded text-left outline-offset-4"
      >
        <MediaPreview
          media={media}
          className={cn(
            "aspect-square w-full rounded border border-rule group-hover:border-rule-strong",
            choice?.chosen && "outline-3 outline-green outline-solid -outline-offset-1",
          )}
        />
        <span className="mt-1.5 block truncate text-sm">{media.name}</span>
        {media.kind === "image" && media.alt === "" && (
          <span className="block text-muted text-xs">Not described yet</span>
        )}
      </button>
      {result && (
        <p className={cn("mt-1 text-sm", result.problem ? "text-bad" : "text-ok")}>
          {result.problem ?? result.done}
        </p>
      )}
    </li>
  );
}
