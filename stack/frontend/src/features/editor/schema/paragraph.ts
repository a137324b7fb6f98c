import { Paragraph as Base } from "@tiptap/extension-paragraph";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    actions: {
      /** Makes the paragraph a row of buttons, or an ordinary one again. */
      toggleActions: () => ReturnType;
    };
  }
}

/** A paragraph; one of the class `actions` shows its bold links as buttons, as Markdown's does. */
export const Paragraph = Base.extend({
  addAttributes() {
    return {
      actions: {
        default: false,
        parseHTML: (element) => element.classList.contains("actions"),
        renderHTML: ({ actions }) => (actions ? { class: "actions" } : {}),
        keepOnSplit: false,
      },
    };
  },

  addCommands() {
    return {
      ...this.parent?.(),
      toggleActions:
        () =>
        ({ commands, editor }) =>
          commands.updateAttributes("paragraph", {
            actions: !editor.getAttributes("paragraph").actions,
          }),
    };
  },
});
