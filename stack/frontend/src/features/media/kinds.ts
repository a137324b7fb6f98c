/** What a file of the library can be. */
export const mediaKinds = ["image", "document", "audio", "video"] as const;
export type MediaKind = (typeof mediaKinds)[number];

export const kindNames: Readonly<Record<MediaKind, string>> = {
  image: "Pictures",
  document: "Documents",
  audio: "Sounds",
  video: "Films",
};
