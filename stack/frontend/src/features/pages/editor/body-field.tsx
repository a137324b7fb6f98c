import { lazy, Suspense, useRef, useState } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { type PickedImage, RichText } from "@/features/editor/rich-text.tsx";
import { type Media, sendFile } from "@/features/media/api.ts";
import { findLinks, type PageFields } from "@/features/pages/api.ts";
import { useMay } from "@/features/session/use-user.ts";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const MarkdownEditor = lazy(() => import("@/features/pages/editor/markdown-editor.tsx"));
const MediaPicker = lazy(async () => ({
  default: (await import("@/features/media/media-picker.tsx")).MediaPicker,
}));

type BodyFieldProps = {
  format: PageFields["bodyFormat"];
  value: string;
  onChange: (value: string) => void;
  /** Hands over a way to put the cursor into the text. */
  onReady: (focus: () => void) => void;
  error?: string | undefined;
};

/** The text of a page, written as what it is. */
export function BodyField({ format, ...props }: BodyFieldProps) {
  if (format === "html") return <RichBody {...props} />;
  return (
    <Suspense
      fallback={
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          Opening the text…
        </p>
      }
    >
      <MarkdownEditor {...props} />
    </Suspense>
  );
}

/** With pictures from the library, and links to what is on the site. */
function RichBody(props: Omit<BodyFieldProps, "format">) {
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

/** The widest there is that a page needs; what has no sizes, a drawing, is shown itself. */
function pictureOf({ url, alt, width, height, sizes }: Media): PickedImage {
  const src = sizes.findLast(({ width }) => width <= 1920)?.url ?? url;
  return { src, alt, ...(width && height ? { width, height } : {}) };
}
