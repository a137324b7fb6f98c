import { Mark } from "@tiptap/core";

/** Tags that the server lets through and nobody is offered: what a text came with is kept. */
export const keptMarks = ["u", "mark", "sub", "sup"].map((tag) =>
  Mark.create({
    name: `kept-${tag}`,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  }),
);
