import { Check, CircleAlert, CircleDot, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { SavedState } from "@/features/pages/editor/document.ts";
import { clockTime } from "@/lib/time.ts";

const icon = "size-4 shrink-0";

/** Says at all times whether what is on the screen is safe; each change is announced. */
export function SavedStatus({ state }: { state: SavedState }) {
  return (
    <p role="status" className="flex min-w-0 items-center gap-1.5 text-muted text-sm">
      {content(state)}
    </p>
  );
}

function content(state: SavedState): ReactNode {
  switch (state.kind) {
    case "new":
      return <span>Nothing written yet</span>;
    case "saved":
      return (
        <>
          <Check aria-hidden className={`${icon} text-ok`} />
          <span className="truncate">Saved {clockTime(new Date(state.at))}</span>
        </>
      );
    case "unsaved":
      return (
        <>
          <CircleDot aria-hidden className={`${icon} text-warn`} />
          <span className="truncate">Unsaved changes</span>
        </>
      );
    case "saving":
      return (
        <>
          <Spinner />
          <span className="truncate">Saving…</span>
        </>
      );
    case "failed":
      return (
        <>
          <CircleAlert aria-hidden className={`${icon} text-bad`} />
          <span className="truncate text-bad">Not saved</span>
        </>
      );
    case "conflict":
      return (
        <>
          <TriangleAlert aria-hidden className={`${icon} text-warn`} />
          <span className="truncate text-warn">Not saved: changed elsewhere</span>
        </>
      );
  }
}
