import { styleOf } from "@/features/editor/paste/style.ts";

const kept: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title"],
  iframe: ["src", "title"],
  img: ["src", "alt"],
  ol: ["start"],
  td: ["colspan", "rowspan", "align"],
  th: ["colspan", "rowspan", "align"],
};

/** Classes that mean something here; all the others are somebody else's. */
const ours = /^(picture|embed|actions|language-[\w+-]+)$/;

/** Removes what no text of ours has: names of things elsewhere, and empty wrappers of spans. */
export function keepWhatCounts(body: Element): void {
  for (const element of body.querySelectorAll<HTMLElement>("*")) {
    const align = element.matches("td, th") ? styleOf(element).textAlign : "";
    const classes = [...element.classList].filter((name) => ours.test(name));
    for (const { name } of [...element.attributes]) {
      if (!kept[element.localName]?.includes(name)) element.removeAttribute(name);
    }
    if (classes.length > 0) element.className = classes.join(" ");
    if (align === "center" || align === "right") element.setAttribute("align", align);
  }
  for (const element of body.querySelectorAll("span, font, u, center")) {
    element.replaceWith(...element.childNodes);
  }
  // Word's own elements: o:p, st1:place and their kind.
  for (const element of [...body.querySelectorAll("*")]) {
    if (element.localName.includes(":")) element.replaceWith(...element.childNodes);
  }
}
