import { mergeAttributes, Node } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import type { PickedImage } from "@/features/editor/rich-text.tsx";
import { imageOf } from "@/features/editor/schema/image.ts";
import { PictureView } from "@/features/editor/schema/picture-view.tsx";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    picture: {
      insertPicture: (image: PickedImage) => ReturnType;
    };
  }
}

const places = ["wide", "left", "right"] as const;

type PictureOptions = {
  /** How another picture is chosen for this one. */
  pick: () => Promise<PickedImage | null>;
};

/** A picture with its caption. The caption is text of the page, what the picture shows is not. */
export const Picture = Node.create<PictureOptions>({
  name: "picture",
  group: "block",
  content: "inline*",
  marks: "bold italic link",
  isolating: true,
  draggable: true,

  addOptions() {
    return { pick: () => Promise.resolve(null) };
  },

  addAttributes() {
    return {
      src: { default: "", rendered: false },
      alt: { default: "", rendered: false },
      width: { default: null, rendered: false },
      height: { default: null, rendered: false },
      /** How it stands in the page, where it came with that. */
      place: {
        default: null,
        rendered: false,
        parseHTML: (element) => places.find((place) => element.classList.contains(place)) ?? null,
      },
    };
  },

  parseHTML() {
    return [
      {
        tag: "figure",
        getAttrs: (element) => {
          const [image, ...others] = element.querySelectorAll("img");
          return image !== undefined && others.length === 0 && (imageOf(image) ?? false);
        },
        contentElement: (element) =>
          element.querySelector("figcaption") ?? document.createElement("figcaption"),
      },
      { tag: "img[src]", getAttrs: (element) => imageOf(element) ?? false },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { src, alt, width, height, place } = node.attrs;
    const figure = mergeAttributes(HTMLAttributes, { class: "picture" }, place && { class: place });
    return ["figure", figure, ["img", { src, alt, width, height }], ["figcaption", 0]];
  },

  addNodeView() {
    // In its caption, too, what the picture shows is a Tab away.
    return ReactNodeViewRenderer(PictureView, { selectedOnTextSelection: true });
  },

  addCommands() {
    return {
      insertPicture:
        (image) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: image }),
    };
  },

  addKeyboardShortcuts() {
    return {
      // A caption is one line: Enter goes on beneath the picture.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type !== this.type) return false;
        const after = $from.after();
        return editor
          .chain()
          .insertContentAt(after, { type: "paragraph" })
          .setTextSelection(after + 1)
          .run();
      },
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        if ($from.parent.type !== this.type || !empty || $from.parentOffset > 0) return false;
        return editor.commands.setNodeSelection($from.before());
      },
    };
  },
});
