import { Link } from "@tanstack/react-router";
import { ArrowLeft, ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import type { Page } from "@/features/pages/api.ts";
import type { SavedState } from "@/features/pages/editor/document.ts";
import { SavedStatus } from "@/features/pages/editor/saved-status.tsx";
import type { Work } from "@/features/pages/editor/use-document.ts";
import { StatusBadge } from "@/features/pages/list/status-badge.tsx";
import { cn } from "@/lib/cn.ts";
import { keyCaps } from "@/lib/shortcuts.ts";

type EditorBarProps = {
  page: Page | null;
  state: SavedState;
  work: Work | null;
  onSave: () => void;
  /** Null for those who may not. */
  onPublish: (() => void) | null;
  /** Null for those who publish themselves. */
  onSubmit: (() => void) | null;
  menu: ReactNode;
};

/** Where one is, whether it is safe, and what can be done with it. */
export function EditorBar({
  page,
  state,
  work,
  onSave,
  onPublish,
  onSubmit,
  menu,
}: EditorBarProps) {
  const published = page?.published ?? false;
  const publishable = !published || page?.hasChanges || state.kind === "unsaved";
  const caps = (keys: string) => `(${keyCaps(keys).join(" ")})`;
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-rule border-b bg-paper px-3 py-2 sm:gap-x-4 sm:px-5 lg:h-16 lg:flex-nowrap">
      <Link
        to="/pages"
        className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "sm:w-auto sm:px-3")}
      >
        <ArrowLeft aria-hidden />
        <span className="sr-only sm:not-sr-only">Pages</span>
      </Link>
      <div className="order-last flex w-full min-w-0 items-center gap-3 px-2 pb-1 sm:order-none sm:w-auto sm:flex-1 sm:p-0">
        <StatusBadge page={page} />
        <SavedStatus state={state} />
      </div>
      <div className="ml-auto flex items-center gap-2">
        {page?.publishedPath && (
          <a
            href={page.publishedPath}
            target="_blank"
            rel="noreferrer"
            className={cn(buttonVariants({ variant: "quiet" }), "max-sm:size-10 max-sm:px-0")}
          >
            <span className="sr-only sm:not-sr-only">View on the site</span>
            <ArrowUpRight aria-hidden />
            <span className="sr-only">(opens in a new tab)</span>
          </a>
        )}
        <Button
          variant="outline"
          busy={work === "saving"}
          onClick={onSave}
          title={`Save ${caps("mod+s")}`}
        >
          {published ? "Save" : "Save draft"}
        </Button>
        {publishable && onPublish && (
          <Button
            variant="primary"
            busy={work === "publishing"}
            onClick={onPublish}
            title={`Publish ${caps("mod+shift+p")}`}
          >
            {published ? "Publish changes" : "Publish"}
          </Button>
        )}
        {onSubmit && page?.status !== "in_review" && (
          <Button variant="primary" busy={work === "submitting"} onClick={onSubmit}>
            Submit for review
          </Button>
        )}
        {menu}
      </div>
    </header>
  );
}
