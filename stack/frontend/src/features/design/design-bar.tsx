import { Link } from "@tanstack/react-router";
import { ArrowLeft, ArrowUpRight, Check, CircleAlert, CircleDot, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { DesignStep } from "@/features/design/api.ts";
import type { DesigningState } from "@/features/design/use-designing.ts";
import { cn } from "@/lib/cn.ts";

type DesignBarProps = {
  state: DesigningState;
  hasChanges: boolean;
  canUndo: boolean;
  step: DesignStep | null;
  previewUrl: string;
  /** Null for those who may only look. */
  onStep: ((step: DesignStep) => void) | null;
};

/** Where one is, what of it visitors see, and what can be done with it. */
export function DesignBar({
  state,
  hasChanges,
  canUndo,
  step,
  previewUrl,
  onStep,
}: DesignBarProps) {
  const pending = hasChanges || state !== "kept";
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-rule border-b bg-paper px-3 py-2 sm:gap-x-4 sm:px-5 lg:h-16 lg:flex-nowrap">
      <Link
        to="/settings"
        className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "sm:w-auto sm:px-3")}
      >
        <ArrowLeft aria-hidden />
        <span className="sr-only sm:not-sr-only">Settings</span>
      </Link>
      <p
        role="status"
        className="order-last flex w-full min-w-0 items-center gap-1.5 px-2 pb-1 text-muted text-sm sm:order-none sm:w-auto sm:flex-1 sm:p-0"
      >
        {status(state, hasChanges)}
      </p>
      <div className="ml-auto flex items-center gap-2">
        <a
          href={previewUrl}
          target="_blank"
          rel="noreferrer"
          className={cn(buttonVariants({ variant: "quiet" }), "max-sm:size-10 max-sm:px-0")}
          title="Anybody who has its address sees the site like this, for three days"
        >
          <span className="sr-only sm:not-sr-only">Open the preview</span>
          <ArrowUpRight aria-hidden />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
        {onStep && pending && (
          <Button
            variant="outline"
            busy={step === "discard"}
            onClick={() => onStep("discard")}
            title="Go back to what visitors see"
          >
            Discard
          </Button>
        )}
        {onStep && !pending && canUndo && (
          <Button
            variant="outline"
            busy={step === "undo"}
            onClick={() => onStep("undo")}
            title="Show visitors the design that was before this one"
          >
            <Undo2 aria-hidden />
            Undo
          </Button>
        )}
        {onStep && (
          <Button
            variant="primary"
            busy={step === "apply"}
            disabled={!pending}
            onClick={() => onStep("apply")}
          >
            Apply
          </Button>
        )}
      </div>
    </header>
  );
}

function status(state: DesigningState, hasChanges: boolean): ReactNode {
  if (state === "failed") {
    return (
      <>
        <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />
        <span className="truncate text-bad">Not kept</span>
      </>
    );
  }
  if (state !== "kept") {
    return (
      <>
        <Spinner />
        <span className="truncate">Keeping the draft…</span>
      </>
    );
  }
  return hasChanges ? (
    <>
      <CircleDot aria-hidden className="size-4 shrink-0 text-warn" />
      <span className="truncate">A draft; visitors see the old design</span>
    </>
  ) : (
    <>
      <Check aria-hidden className="size-4 shrink-0 text-ok" />
      <span className="truncate">This is what visitors see</span>
    </>
  );
}
