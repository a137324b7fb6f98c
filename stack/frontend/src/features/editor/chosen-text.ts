import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/**
 * Keeps the chosen text marked while the focus is elsewhere, at a tool or a link's address. TipTap's
 * own extension takes the browser's selection away as well, which loses one that was just made.
 */
export const ChosenText = Extension.create({
  name: "chosenText",

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          decorations: ({ doc, selection }) => {
            if (editor.isFocused || !(selection instanceof TextSelection) || selection.empty) {
              return null;
            }
            const { from, to } = selection;
            return DecorationSet.create(doc, [Decoration.inline(from, to, { class: "chosen" })]);
          },
        },
      }),
    ];
  },
});
