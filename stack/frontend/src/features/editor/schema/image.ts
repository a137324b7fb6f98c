/** A picture's attributes as they are stored; the size tells the browser how much room to leave. */
export type StoredImage = { src: string; alt: string; width?: string; height?: string };

/** What of a picture a text keeps; null for one that its readers could not fetch. */
export function imageOf(image: Element): StoredImage | null {
  const src = image.getAttribute("src") ?? "";
  if (!/^(https?:\/\/|\/(?![/\\]))/i.test(src)) return null;
  const [width, height] = ["width", "height"].map((name) => image.getAttribute(name) ?? "");
  const sized = /^\d+$/.test(width ?? "") && /^\d+$/.test(height ?? "");
  return {
    src,
    alt: image.getAttribute("alt") ?? "",
    ...(sized ? { width, height } : {}),
  } as StoredImage;
}
