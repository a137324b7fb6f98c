import { lazy, Suspense } from "react";
import { setPaletteOpen, usePaletteOpen } from "@/app/palette/use-palette.ts";
import { useShortcut } from "@/lib/shortcuts.ts";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const Palette = lazy(() => import("@/app/palette/palette.tsx"));

/** The command palette, fetched when it is first opened; in a text, the same keys make a link. */
export function PaletteWindow() {
  const open = usePaletteOpen();
  useShortcut("mod+k", () => setPaletteOpen(true));
  if (!useOnceNeeded(open)) return null;
  return (
    <Suspense>
      <Palette open={open} />
    </Suspense>
  );
}
