import type { Media } from "@/features/media/api.ts";

/** Bytes in words, as the limits are told: 1 MB is 1024 × 1024 of them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 1024)
    return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
  return `${Math.round(megabytes / 102.4) / 10} GB`;
}

/** What a file is, on one line: “JPEG · 1600 × 900 · 240 kB”. */
export function factsOf({ mime, width, height, animated, bytes }: Media): string {
  const type = (mime.split("/")[1] ?? mime)
    .replace("svg+xml", "SVG")
    .replace("mpeg", "MP3")
    .toUpperCase();
  const parts = [
    type,
    animated ? "moving" : "",
    width && height ? `${width} × ${height}` : "",
    sizeInWords(bytes),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** As wide as a page shows it; what moves, or is drawn in shapes, as it is. */
export function coverOf({ sizes, url }: Pick<Media, "sizes" | "url">): string {
  return sizes.findLast(({ width }) => width <= 1920)?.url ?? url;
}

/**
 * Why a file need not be sent at all; null when the server has to decide. A browser knows a file's type
 * by its name only, so nothing is refused here for its type.
 */
export function refusal(
  file: Pick<File, "size" | "type">,
  largest: Readonly<Record<string, number>>,
): string | null {
  if (file.size === 0) return "This file is empty.";
  const most = largest[file.type] ?? Math.max(0, ...Object.values(largest));
  return most > 0 && file.size > most
    ? `It has ${sizeInWords(file.size)}; ${sizeInWords(most)} are taken at most.`
    : null;
}
