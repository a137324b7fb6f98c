import { DOMSerializer, type Node } from "@tiptap/pm/model";

/**
 * A document as the HTML that is stored: as one would write it by hand, and as the server renders
 * Markdown, so that a theme needs to know one form. An empty document is "".
 */
export function toHtml(doc: Node): string {
  const box = document.implementation.createHTMLDocument().createElement("div");
  const serializer = DOMSerializer.fromSchema(doc.type.schema);
  serializer.serializeFragment(doc.content, { document: box.ownerDocument }, box);
  for (const caption of box.querySelectorAll("figcaption:empty")) caption.remove();
  for (const paragraph of box.querySelectorAll("li > p:first-child, td > p, th > p")) {
    if (isAlone(paragraph)) paragraph.replaceWith(...paragraph.childNodes);
  }
  for (const link of box.querySelectorAll("p.actions > a")) boldAround(link);
  for (const row of box.querySelectorAll("tr:first-child")) headed(row);
  // The empty one that is there to write on, below whatever comes last.
  while (box.lastElementChild?.matches("p:empty")) box.lastElementChild.remove();
  return box.innerHTML;
}

/** The only paragraph of a cell or of an item; lists may follow it. */
function isAlone(paragraph: Element): boolean {
  const others = [...(paragraph.parentElement?.children ?? [])].filter((one) => one !== paragraph);
  return others.every((one) => one.matches("ul, ol"));
}

/** A button is a link in bold; in all other text a link is one, however much of it is bold. */
function boldAround(link: Element): void {
  const bold = link.firstElementChild;
  if (link.childNodes.length !== 1 || !bold?.matches("strong")) return;
  link.replaceChildren(...bold.childNodes);
  link.replaceWith(bold);
  bold.append(link);
}

/** A first row of headings alone, none of which reaches into the next, is the table's head. */
function headed(row: Element): void {
  const body = row.parentElement;
  if (!body?.matches("tbody")) return;
  if ([...row.children].some((cell) => !cell.matches("th:not([rowspan])"))) return;
  const head = row.ownerDocument.createElement("thead");
  body.before(head);
  head.append(row);
  if (!body.childElementCount) body.remove();
}
