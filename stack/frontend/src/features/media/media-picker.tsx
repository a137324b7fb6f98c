import { lazy, Suspense } from "react";
import type { MediaPickerProps } from "@/features/media/media-picker-window.tsx";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const MediaPickerWindow = lazy(async () => ({
  default: (await import("@/features/media/media-picker-window.tsx")).MediaPickerWindow,
}));

/** The library's window, for choosing one file or uploading it on the spot; fetched when it is first opened. */
export function MediaPicker(props: MediaPickerProps) {
  const needed = useOnceNeeded(props.open);
  if (!needed) return null;
  return (
    <Suspense>
      <MediaPickerWindow {...props} />
    </Suspense>
  );
}
