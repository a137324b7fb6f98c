import { Check, CircleAlert, CircleDot, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { SavedState } from "@/features/entries/editor/document.ts";
import { clockTimeOrDay } from "@/lib/time.ts";

type SavedStatusProps = {
  state: SavedState;
  /** Without one nothing is saved, and the writer is told what is missing. */
  titled: boolean;
};

const icon = "size-4 shrink-0";

/** Says at all times whether what is on the screen is safe. */
export function SavedStatus({ state, titled }: SavedStatusProps) {
  return (
    // Saving happens all the time; only what went wrong is worth interrupting a reader for.
    <p
      role="status"
      aria-live={state.kind === "failed" || state.kind === "conflict" ? "polite" : "off"}
      className="flex min-w-0 items-center gap-1.5 text-muted text-sm"
    >
      {content(state, titled)}
    </p>
  );
}

function content(state: SavedState, titled: boolean): ReactNode {
  switch (state.kind) {
    case "new":
      return <span>Nothing written yet</span>;
    case "saved":
      return (
        <>
          <Check aria-hidden className={`${icon} text-ok`} />
          <span className="truncate">Saved {clockTimeOrDay(state.at, new Date())}</span>
        </>
      );
    case "unsaved":
      return (
        <>
          <CircleDot aria-hidden className={`${icon} text-warn`} />
          <span className="truncate">{titled ? "Not saved yet" : "Needs a title to be saved"}</span>
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
