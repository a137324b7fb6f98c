const blocks =
  "p, h1, h2, h3, h4, h5, h6, blockquote, ul, ol, table, figure, pre, hr, div, section";

/** Spaces that only push things around go; those that keep a number and its unit together stay. */
export function spaces(body: Element): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest("pre")) continue;
    node.data = node.data.replace(/(?<![\d«„])\u00a0(?![;:!?»%€])/g, " ");
  }
  for (const block of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, blockquote")) {
    if (block.closest("td, th, li") !== null) continue;
    if (!block.textContent?.trim() && !block.querySelector("img, iframe, hr")) block.remove();
  }
  // Google Docs puts one between paragraphs for every empty line.
  for (const line of body.querySelectorAll("br")) {
    const beside = [line.previousElementSibling, line.nextElementSibling];
    if (beside.some((one) => one?.matches(blocks)) && !besideText(line)) line.remove();
  }
}

function besideText(line: Element): boolean {
  return [line.previousSibling, line.nextSibling].some(
    (one) => one !== null && one.nodeType === Node.TEXT_NODE && one.textContent?.trim(),
  );
}
