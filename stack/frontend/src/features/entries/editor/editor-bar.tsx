import { Link } from "@tanstack/react-router";
import { ArrowLeft, ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import type { SavedState } from "@/features/entries/editor/document.ts";
import { SavedStatus } from "@/features/entries/editor/saved-status.tsx";
import type { Work } from "@/features/entries/editor/use-document.ts";
import type { Entry } from "@/features/entries/entry.ts";
import { listLink } from "@/features/entries/links.ts";
import { StatusBadge } from "@/features/entries/list/status-badge.tsx";
import type { ContentType } from "@/features/types/api.ts";
import { cn } from "@/lib/cn.ts";
import { keyCaps } from "@/lib/shortcuts.ts";

type EditorBarProps = {
  type: ContentType;
  entry: Entry | null;
  state: SavedState;
  titled: boolean;
  work: Work | null;
  onSave: () => void;
  /** Null for those who may not. */
  onPublish: (() => void) | null;
  /** Null for those who publish themselves. */
  onSubmit: (() => void) | null;
  /** What chooses between text, details and preview, where it fits. */
  views: ReactNode;
  menu: ReactNode;
};

/** Where one is, whether it is safe, and what can be done with it. */
export function EditorBar({
  type,
  entry,
  state,
  titled,
  work,
  onSave,
  onPublish,
  onSubmit,
  views,
  menu,
}: EditorBarProps) {
  const published = entry?.published ?? false;
  const unsaved = state.kind === "unsaved" || state.kind === "failed";
  const publishable = !published || entry?.hasChanges || unsaved || state.kind === "saving";
  const caps = (keys: string) => `(${keyCaps(keys).join(" ")})`;
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-rule border-b bg-paper px-3 py-2 sm:gap-x-4 sm:px-5 lg:h-16 lg:flex-nowrap lg:py-0">
      <Link
        {...listLink(type.key)}
        className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "sm:w-auto sm:px-3")}
      >
        <ArrowLeft aria-hidden />
        <span className="sr-only sm:not-sr-only">{type.plural}</span>
      </Link>
      <div className="order-last flex w-full min-w-0 items-center gap-3 px-2 pb-1 sm:order-none sm:w-auto sm:flex-1 sm:p-0">
        <StatusBadge entry={entry} />
        <SavedStatus state={state} titled={titled} />
      </div>
      {views}
      <div className="ml-auto flex items-center gap-2">
        {entry?.publishedPath && (
          <a
            href={entry.publishedPath}
            target="_blank"
            rel="noreferrer"
            title="View on the site"
            className={buttonVariants({ variant: "quiet", size: "icon" })}
          >
            <span className="sr-only">View on the site</span>
            <ArrowUpRight aria-hidden />
            <span className="sr-only">(opens in a new tab)</span>
          </a>
        )}
        <Button
          variant="outline"
          // A small screen has no room for what happens by itself.
          className="max-sm:hidden"
          busy={work === "saving"}
          onClick={onSave}
          title={`Save ${caps("mod+s")}`}
        >
          Save
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
        {onSubmit && entry?.status !== "in_review" && (
          <Button variant="primary" busy={work === "submitting"} onClick={onSubmit}>
            <span className="sm:hidden">Submit</span>
            <span className="max-sm:hidden">Submit for review</span>
          </Button>
        )}
        {menu}
      </div>
    </header>
  );
}
