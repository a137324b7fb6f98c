import { rawStyleOf } from "@/features/editor/paste/style.ts";

type Item = { level: number; ordered: boolean; start: number; paragraph: Element };

/**
 * Word writes an item of a list as a paragraph that names its level in a style of its own, with
 * the bullet or the number as text in it.
 */
export function wordLists(body: Element): void {
  for (const paragraph of body.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")) {
    if (!paragraph.isConnected || !itemOf(paragraph)) continue;
    const items: Item[] = [];
    for (let next: Element | null = paragraph; next; next = next.nextElementSibling) {
      const item = itemOf(next);
      if (!item) break;
      items.push(item);
    }
    paragraph.before(listOf(items));
    for (const item of items) item.paragraph.remove();
  }
}

function itemOf(paragraph: Element): Item | null {
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(rawStyleOf(paragraph))?.[1];
  if (level === undefined) return null;
  const mark = markOf(paragraph)?.textContent?.trim() ?? "";
  const number = /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.exec(mark)?.[1];
  return {
    level: Number(level),
    ordered: number !== undefined,
    start: Number.parseInt(number ?? "", 10) || 1,
    paragraph,
  };
}

const markOf = (paragraph: Element): Element | undefined =>
  [...paragraph.querySelectorAll("span")].find((span) =>
    /mso-list:\s*ignore/i.test(rawStyleOf(span)),
  );

/** The items as lists in one another; a level that was skipped counts as one. */
function listOf(items: readonly Item[]): DocumentFragment {
  const { ownerDocument } = items[0]?.paragraph ?? document.body;
  const made = ownerDocument.createDocumentFragment();
  const open: { level: number; list: Element }[] = [];
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    let here = open.at(-1);
    const tag = item.ordered ? "ol" : "ul";
    if (here && here.level === item.level && here.list.localName !== tag) {
      open.pop();
      here = open.at(-1);
    }
    if (!here || here.level < item.level) {
      const list = ownerDocument.createElement(tag);
      if (item.ordered && item.start > 1) list.setAttribute("start", String(item.start));
      (here?.list.lastElementChild ?? made).append(list);
      here = { level: item.level, list };
      open.push(here);
    }
    markOf(item.paragraph)?.remove();
    const entry = ownerDocument.createElement("li");
    entry.append(...item.paragraph.childNodes);
    here.list.append(entry);
  }
  return made;
}

/** Lists as other programs write them: one for each item, or one directly in another. */
export function mendLists(body: Element): void {
  joinByLevel(body);
  for (const inner of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const item = inner.previousElementSibling ?? inner.ownerDocument.createElement("li");
    if (!item.isConnected) inner.before(item);
    item.append(inner);
  }
}

/** Word on the web: every item is a list of its own, and says on which level it stands. */
function joinByLevel(body: Element): void {
  for (const list of body.querySelectorAll("ul, ol")) {
    if (!list.isConnected) continue;
    const before = list.previousElementSibling;
    const level = levelOf(list);
    if (level === 0 || !before?.matches("ul, ol") || levelOf(before) === 0) continue;
    let target = before;
    for (let depth = levelOf(before); depth < level; depth += 1) {
      const inner = target.lastElementChild?.lastElementChild;
      if (inner?.matches("ul, ol")) target = inner;
      else {
        target.lastElementChild?.append(list);
        break;
      }
    }
    if (!target.contains(list) && target.localName === list.localName) {
      target.append(...list.children);
      list.remove();
    }
  }
}

const levelOf = (list: Element): number =>
  Number(list.querySelector(":scope > li")?.getAttribute("data-aria-level") ?? 0);
