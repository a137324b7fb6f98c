import { keepWhatCounts } from "@/features/editor/paste/attributes.ts";
import { markByTags } from "@/features/editor/paste/inline-styles.ts";
import { mendLists, wordLists } from "@/features/editor/paste/lists.ts";
import { spaces } from "@/features/editor/paste/spaces.ts";

type Cleaned = {
  html: string;
  /** Pictures that are only on the writer's own machine, and so cannot come along. */
  lostPictures: number;
};

/**
 * What somebody copied in Word, Google Docs, an office suite or on a page, reduced to what it says
 * and how it is structured. Text that was copied here comes through as it is.
 */
export function cleanPaste(html: string): Cleaned {
  if (html.includes("data-pm-slice")) return { html, lostPictures: 0 };
  const { body } = parse(html);
  dropRemarks(body);
  wordParagraphs(body);
  wordLists(body);
  unwrap(body, 'b[id^="docs-internal-guid"], div.ListContainerWrapper, div.OutlineElement');
  mendLists(body);
  markByTags(body);
  links(body);
  const lostPictures = pictures(body);
  headRows(body);
  headings(body);
  spaces(body);
  keepWhatCounts(body);
  return { html: body.innerHTML, lostPictures };
}

/**
 * The policy of the admin's page forbids inline styles and handlers in every document that it makes,
 * also where nothing of it is shown: a style would be empty, and reported. `styleOf` reads it.
 */
function parse(html: string): Document {
  const sheetless = html.replace(/<style\b[^>]*>[\s\S]*?(<\/style\s*>|$)/gi, "");
  const renamed = sheetless.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2"),
  );
  return new DOMParser().parseFromString(renamed, "text/html");
}

/** Comments, among them Word's conditional ones, and what is not text. */
function dropRemarks(body: Element): void {
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  for (const one of body.querySelectorAll(
    "script, meta, link, title, noscript, template, xml, .Apple-interchange-newline",
  )) {
    one.remove();
  }
}

/** Word's styles that say what a paragraph is. */
function wordParagraphs(body: Element): void {
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  for (const quote of body.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")) {
    const box = quote.ownerDocument.createElement("blockquote");
    quote.replaceWith(box);
    box.append(quote);
  }
}

/** Links lead where they say, not through the office that they came from. */
function links(body: Element): void {
  for (const link of body.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (href === "" || /^(file:|#_)/i.test(href)) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    const redirect = /^https:\/\/www\.google\.com\/url\?/.test(href) ? new URL(href) : null;
    const target = redirect?.searchParams.get("q");
    if (target) link.setAttribute("href", target);
  }
}

function pictures(body: Element): number {
  let lost = 0;
  for (const picture of body.querySelectorAll("img")) {
    const src = picture.getAttribute("src") ?? "";
    if (/^https?:/i.test(src)) continue;
    // Spacers and counters are no loss.
    if (src !== "" && !isTiny(picture)) lost += 1;
    picture.remove();
  }
  return lost;
}

const isTiny = (picture: Element): boolean =>
  [picture.getAttribute("width"), picture.getAttribute("height")].some(
    (length) => length !== null && Number.parseInt(length, 10) <= 2,
  );

/** A table's first row in bold is its head. */
function headRows(body: Element): void {
  for (const row of body.querySelectorAll("table tr:first-child")) {
    const cells = [...row.querySelectorAll(":scope > td")];
    if (cells.length === 0 || !cells.every(isBold)) continue;
    for (const cell of cells) {
      unwrap(cell, "strong, b");
      rename(cell, "th");
    }
  }
}

function isBold(cell: Element): boolean {
  const text = (of: Iterable<Element>) =>
    [...of].map(({ textContent }) => textContent?.trim() ?? "").join("");
  const whole = text([cell]);
  return whole !== "" && text(cell.querySelectorAll("strong, b")) === whole;
}

/** The page has a title already, so a first level moves all of them down by one. */
function headings(body: Element): void {
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6"))
    unwrap(heading, "strong, b");
  if (!body.querySelector("h1")) return;
  for (const level of [5, 4, 3, 2, 1]) {
    for (const heading of body.querySelectorAll(`h${level}`)) rename(heading, `h${level + 1}`);
  }
}

function unwrap(root: Element, selector: string): void {
  for (const one of root.querySelectorAll(selector)) one.replaceWith(...one.childNodes);
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) renamed.setAttribute(key, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
