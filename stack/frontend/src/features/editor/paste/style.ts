/** What the style of something pasted says; `parse` in clean-paste.ts has put it aside. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const { style } = document.createElement("span");
  style.cssText = rawStyleOf(element);
  return style;
}

/** The same as it was written, with what browsers know nothing of. */
export function rawStyleOf(element: Element): string {
  return element.getAttribute("data-style") ?? "";
}
