import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { ArrowUpRight, Play, Trash2 } from "lucide-react";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { shownAddress } from "@/features/editor/link/address.ts";
import { providerName, videoAt } from "@/features/editor/video.ts";

/** A video while writing: nothing of it is fetched until its readers ask for it. */
export function VideoView({
  node,
  editor,
  selected,
  updateAttributes,
  deleteNode,
}: ReactNodeViewProps<HTMLElement>) {
  const { href, title } = node.attrs as { href: string; title: string };
  const video = videoAt(href);
  const name = video ? providerName(video) : "Video";
  return (
    <NodeViewWrapper
      as="figure"
      className="embed"
      contentEditable={false}
      data-chosen={selected || undefined}
      data-drag-handle
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded border border-rule bg-raised p-4">
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-ink text-paper">
          <Play aria-hidden className="ml-0.5 size-5" />
        </span>
        <div className="min-w-0 flex-1 basis-48">
          {editor.isEditable ? (
            <input
              aria-label="Title of the video"
              placeholder={`Watch on ${name}`}
              maxLength={200}
              className="w-full min-w-0 border-transparent border-b bg-transparent font-medium outline-none placeholder:font-normal hover:border-rule-strong focus:border-green"
              value={title}
              onChange={(event) => updateAttributes({ title: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== "Enter" && event.key !== "Escape") return;
                event.preventDefault();
                editor.commands.focus();
              }}
            />
          ) : (
            <p className="font-medium">{title || `Watch on ${name}`}</p>
          )}
          <p className="truncate text-muted text-sm">{shownAddress(href)}</p>
        </div>
        <div className="ml-auto flex gap-1">
          <a
            href={href}
            target="_blank"
            rel="noreferrer"
            title="Open the video"
            className={buttonVariants({ variant: "quiet", size: "icon-sm" })}
          >
            <ArrowUpRight aria-hidden />
            <span className="sr-only">Open the video (in a new tab)</span>
          </a>
          {editor.isEditable && (
            <Button variant="quiet" size="icon-sm" title="Remove" onClick={deleteNode}>
              <Trash2 aria-hidden />
              <span className="sr-only">Remove the video</span>
            </Button>
          )}
        </div>
      </div>
    </NodeViewWrapper>
  );
}
