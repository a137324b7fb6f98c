import { mergeAttributes, Node } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import type { PickedImage } from "@/features/editor/rich-text.tsx";
import { PictureView } from "@/features/editor/schema/picture-view.tsx";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    picture: {
      insertPicture: (image: PickedImage) => ReturnType;
    };
  }
}

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
    };
  },

  parseHTML() {
    const attrsOf = (image: Element | null) => {
      const src = image?.getAttribute("src") ?? "";
      return isShowable(src) && { src, alt: image?.getAttribute("alt") ?? "" };
    };
    return [
      {
        tag: "figure",
        getAttrs: (element) =>
          element.querySelectorAll("img").length === 1 && attrsOf(element.querySelector("img")),
        contentElement: (element) =>
          element.querySelector("figcaption") ?? document.createElement("figcaption"),
      },
      { tag: "img[src]", getAttrs: attrsOf },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { src, alt } = node.attrs;
    const figure = mergeAttributes(HTMLAttributes, { class: "picture" });
    return ["figure", figure, ["img", { src, alt }], ["figcaption", 0]];
  },

  addNodeView() {
    return ReactNodeViewRenderer(PictureView);
  },

  addCommands() {
    return {
      insertPicture:
        ({ src, alt }) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: { src, alt } }),
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

/** A picture in the text is one that its readers can fetch too. */
function isShowable(src: string): boolean {
  return /^(https?:\/\/|\/(?![/\\]))/i.test(src);
}
