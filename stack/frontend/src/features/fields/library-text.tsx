import { useRef, useState } from "react";
import { type PickedImage, RichText, type RichTextProps } from "@/features/editor/rich-text.tsx";
import { findLinks } from "@/features/entries/queries.ts";
import { type Media, sendFile } from "@/features/media/api.ts";
import { coverOf } from "@/features/media/file-facts.ts";
import { MediaPicker } from "@/features/media/media-picker.tsx";
import { useMay } from "@/features/session/use-user.ts";

type LibraryTextProps = Omit<RichTextProps, "onPickImage" | "onUploadImage" | "findLinks">;

/** Rich text with pictures from the library, and links to what is on the site. */
export function LibraryText(props: LibraryTextProps) {
  const uploads = useMay("media.write");
  const [picking, setPicking] = useState(false);
  const answer = useRef<(picked: PickedImage | null) => void>(() => {});
  const pick = () =>
    new Promise<PickedImage | null>((resolve) => {
      answer.current = resolve;
      setPicking(true);
    });
  return (
    <>
      <RichText
        {...props}
        onPickImage={pick}
        {...(uploads ? { onUploadImage: store } : {})}
        findLinks={findLinks}
      />
      <MediaPicker
        kind="image"
        open={picking}
        onPick={(media) => answer.current(pictureOf(media))}
        onOpenChange={(open) => {
          setPicking(open);
          // Nothing happens when it was picked: a promise is settled once.
          if (!open) answer.current(null);
        }}
      />
    </>
  );
}

async function store(file: File): Promise<PickedImage> {
  const { media } = await sendFile(file, null, new AbortController().signal, () => {});
  return pictureOf(media);
}

function pictureOf(media: Media): PickedImage {
  const { alt, width, height } = media;
  return { src: coverOf(media), alt, ...(width && height ? { width, height } : {}) };
}
