import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { Replace, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Input } from "@/components/ui/input.tsx";

/** A picture while writing: its description and what can be done with it, once it is chosen. */
export function PictureView({
  node,
  editor,
  extension,
  selected,
  getPos,
  updateAttributes,
  deleteNode,
}: ReactNodeViewProps<HTMLElement>) {
  const { src, alt } = node.attrs as { src: string; alt: string };
  const choose = () => {
    const at = getPos();
    if (at !== undefined) editor.commands.setNodeSelection(at);
  };
  const replace = async () => {
    const picked = await extension.options.pick();
    if (picked) updateAttributes({ width: null, height: null, ...picked });
  };
  return (
    <NodeViewWrapper as="figure" className="picture" data-chosen={selected || undefined}>
      <div contentEditable={false} className="relative">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys choose it, too */}
        <img src={src} alt={alt} draggable="true" data-drag-handle onClick={choose} />
        {alt === "" && editor.isEditable && !selected && (
          <button
            type="button"
            onClick={choose}
            className="absolute top-2 left-2 rounded-sm bg-warn-soft px-2 py-0.5 font-medium text-[0.8125rem] text-warn leading-5"
          >
            Describe this picture
          </button>
        )}
      </div>
      {selected && editor.isEditable && (
        <div contentEditable={false} className="flex flex-wrap items-center gap-2 bg-sunken p-2">
          <Input
            aria-label="What the picture shows"
            placeholder="What the picture shows, for those who cannot see it"
            className="h-9 min-w-48 flex-1 text-[0.9375rem]"
            maxLength={300}
            value={alt}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== "Escape") return;
              event.preventDefault();
              editor.commands.focus();
            }}
          />
          <Button size="sm" variant="quiet" onClick={() => void replace()}>
            <Replace aria-hidden />
            Replace
          </Button>
          <Button size="sm" variant="quiet" className="text-bad" onClick={deleteNode}>
            <Trash2 aria-hidden />
            Remove
          </Button>
        </div>
      )}
      <NodeViewContent<"figcaption">
        as="figcaption"
        data-placeholder={node.content.size === 0 ? "A caption, if it needs one" : undefined}
      />
    </NodeViewWrapper>
  );
}
