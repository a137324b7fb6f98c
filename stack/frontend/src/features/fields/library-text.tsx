import { lazy, Suspense, useRef, useState } from "react";
import { type PickedImage, RichText, type RichTextProps } from "@/features/editor/rich-text.tsx";
import { findLinks } from "@/features/entries/queries.ts";
import { type Media, sendFile } from "@/features/media/api.ts";
import { coverOf } from "@/features/media/file-facts.ts";
import { useMay } from "@/features/session/use-user.ts";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const MediaPicker = lazy(async () => ({
  default: (await import("@/features/media/media-picker.tsx")).MediaPicker,
}));

type LibraryTextProps = Omit<RichTextProps, "onPickImage" | "onUploadImage" | "findLinks">;

/** Rich text with pictures from the library, and links to what is on the site. */
export function LibraryText(props: LibraryTextProps) {
  const uploads = useMay("media.write");
  const [picking, setPicking] = useState(false);
  const needed = useOnceNeeded(picking);
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
      {needed && (
        <Suspense>
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
        </Suspense>
      )}
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
