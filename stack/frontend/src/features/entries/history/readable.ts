/** Elements that begin a new line, with what stands before it. */
const blocks: Readonly<Record<string, string>> = {
  p: "",
  h1: "",
  h2: "",
  h3: "",
  h4: "",
  h5: "",
  h6: "",
  ul: "",
  ol: "",
  li: "• ",
  blockquote: "",
  pre: "",
  figure: "",
  figcaption: "",
  table: "",
  tr: "",
  hr: "",
  div: "",
};
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};
const token = /<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;

/**
 * The words of a text in HTML, a line for each of its paragraphs, headings and the like, for people to
 * compare. Only for reading: what it gives is text and is never made HTML again.
 */
export function readableHtml(html: string): string[] {
  const lines: string[] = [];
  const links: string[] = [];
  let line = "";
  const flush = (start = "") => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text !== "" && text !== "•") lines.push(text);
    // A paragraph inside a list's item is the item's own line.
    line = text === "•" && start === "" ? "• " : start;
  };
  for (const [, closing, name = "", attributes = "", text] of html.matchAll(token)) {
    const tag = name.toLowerCase();
    if (text !== undefined) line += decode(text);
    else if (tag === "br") flush();
    else if (tag === "td" || tag === "th") line += closing ? " | " : "";
    else if (tag === "img")
      line += `[Picture: ${attribute(attributes, "alt") || "no words for it"}]`;
    else if (tag === "iframe" && !closing) line += `[Video: ${attribute(attributes, "src")}]`;
    else if (tag === "a" && !closing) links.push(attribute(attributes, "href"));
    else if (tag === "a") line += where(links.pop());
    else if (blocks[tag] !== undefined) flush(closing ? "" : blocks[tag]);
  }
  flush();
  return lines.map((each) => each.replace(/ \|$/, ""));
}

const where = (href: string | undefined) => (href ? ` (${href})` : "");

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes);
  return decode(found?.[1] ?? found?.[2] ?? "");
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const looksLikeHtml = /<\/?[a-z][^<>]*>/i;

/** Any field's value as lines of text: rich text as its words, lists and objects a line an item. */
export function readable(value: unknown): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value === "boolean") return [value ? "Yes" : "No"];
  if (typeof value === "string") {
    return looksLikeHtml.test(value) ? readableHtml(value) : value.split(/\n+/).filter(Boolean);
  }
  if (Array.isArray(value)) return value.flatMap(readable);
  if (typeof value === "object") {
    // In one order, whichever the server keeps them in.
    const parts = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return parts.flatMap(([name, each]) => {
      const lines = readable(each);
      return lines.length === 1 ? [`${name}: ${lines[0]}`] : lines;
    });
  }
  return [String(value)];
}
