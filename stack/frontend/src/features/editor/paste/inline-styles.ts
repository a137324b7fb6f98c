import { styleOf } from "@/features/editor/paste/style.ts";

/** How a text is set, by the tag that says so. */
const tags: readonly { tag: string; same: string; set: (style: CSSStyleDeclaration) => boolean }[] =
  [
    {
      tag: "strong",
      same: "strong, b, h1, h2, h3, h4, h5, h6, th",
      set: ({ fontWeight }) => fontWeight === "bold" || Number.parseInt(fontWeight, 10) >= 600,
    },
    { tag: "em", same: "em, i", set: ({ fontStyle }) => fontStyle === "italic" },
    {
      tag: "s",
      same: "s, del, strike",
      set: ({ textDecoration, textDecorationLine }) =>
        `${textDecoration} ${textDecorationLine}`.includes("line-through"),
    },
  ];

/**
 * Turns what styles say about a piece of text into tags, and drops tags that a style takes back
 * (`<b style="font-weight: normal">`). Everything else that a style says is the page's own to say.
 */
export function markByTags(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>("b, i")) {
    const { fontWeight, fontStyle } = styleOf(element);
    const plain = element.localName === "b" ? fontWeight : fontStyle;
    if (plain === "normal" || plain === "400") element.replaceWith(...element.childNodes);
  }
  for (const element of body.querySelectorAll<HTMLElement>("[data-style]")) {
    // An item's style is about its bullet as well; its text has spans of its own.
    if (element.matches("li, ul, ol, table, tbody, tr, td, th")) continue;
    const style = styleOf(element);
    for (const { tag, same, set } of tags) {
      if (!set(style) || element.closest(same)) continue;
      const mark = element.ownerDocument.createElement(tag);
      mark.append(...element.childNodes);
      element.append(mark);
    }
  }
}
