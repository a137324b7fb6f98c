import { mergeAttributes, Node } from "@tiptap/core";
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from "@tiptap/react";
import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { imageOf, type StoredImage } from "@/features/editor/schema/image.ts";

/** Pictures side by side, as Markdown's are and as imports bring them: moved or removed as one. */
export const Gallery = Node.create({
  name: "gallery",
  group: "block",
  atom: true,
  draggable: true,

  addAttributes() {
    return { images: { default: [], rendered: false } };
  },

  parseHTML() {
    return [
      {
        tag: "figure",
        priority: 60,
        getAttrs: (element) => {
          const images = [...element.querySelectorAll("img")].flatMap((one) => imageOf(one) ?? []);
          return images.length > 1 && { images };
        },
      },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const images = node.attrs.images as readonly StoredImage[];
    const figure = mergeAttributes(HTMLAttributes, { class: "gallery" });
    return ["figure", figure, ...images.map((image) => ["img", image] as const)];
  },

  addNodeView() {
    return ReactNodeViewRenderer(GalleryView);
  },
});

function GalleryView({ node, editor, selected, deleteNode }: ReactNodeViewProps<HTMLElement>) {
  const images = node.attrs.images as readonly StoredImage[];
  return (
    <NodeViewWrapper
      as="figure"
      className="gallery relative"
      contentEditable={false}
      data-chosen={selected || undefined}
      data-drag-handle
    >
      {images.map((image) => (
        <img key={image.src} src={image.src} alt={image.alt} className="size-full object-cover" />
      ))}
      {selected && editor.isEditable && (
        <Button
          size="sm"
          className="absolute top-2 right-2 bg-raised text-bad"
          onClick={deleteNode}
        >
          <Trash2 aria-hidden />
          Remove the gallery
        </Button>
      )}
    </NodeViewWrapper>
  );
}
