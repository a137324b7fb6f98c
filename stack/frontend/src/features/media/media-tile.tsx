import { FileText, Film, type LucideIcon, Music } from "lucide-react";
import type { Media } from "@/features/media/api.ts";
import type { MediaKind } from "@/features/media/kinds.ts";
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

type MediaTileProps = { media: Media; onOpen: (media: Media) => void };

export function MediaTile({ media, onOpen }: MediaTileProps) {
  return (
    <li className="min-w-0">
      <button
        type="button"
        onClick={() => onOpen(media)}
        className="group block w-full rounded text-left outline-offset-4"
      >
        <MediaPreview
          media={media}
          className="aspect-square w-full rounded border border-rule group-hover:border-rule-strong"
        />
        <span className="mt-1.5 block truncate text-sm">{media.name}</span>
        {media.kind === "image" && media.alt === "" && (
          <span className="block text-muted text-xs">Not described yet</span>
        )}
      </button>
    </li>
  );
}
