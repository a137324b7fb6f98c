import { textblockTypeInputRule } from "@tiptap/core";
import { Heading as Base } from "@tiptap/extension-heading";

/** Headings below the page's title. What comes with other levels gets the nearest that there is. */
export const Heading = Base.extend({
  parseHTML() {
    return [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(Math.max(level, 2), 4) },
    }));
  },

  // One # is what people type first, whatever the level is called.
  addInputRules() {
    return [/^#{1,2}\s$/, /^###\s$/, /^####\s$/].map((find, index) =>
      textblockTypeInputRule({ find, type: this.type, getAttributes: { level: index + 2 } }),
    );
  },
}).configure({ levels: [2, 3, 4] });
