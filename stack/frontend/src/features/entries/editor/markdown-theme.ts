import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const frame = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)", fontSize: "1.0625rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-body)", lineHeight: "1.7", overflow: "visible" },
  ".cm-content": { padding: "0 0 40vh", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-placeholder": { color: "var(--ink-muted)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "var(--green-soft)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--warn)" },
  ".cm-panels": {
    backgroundColor: "var(--paper-raised)",
    color: "var(--ink)",
    borderColor: "var(--rule)",
  },
  ".cm-panels-bottom": { borderTop: "1px solid var(--rule-strong)" },
  ".cm-panel.cm-search": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0.5rem",
    padding: "0.75rem 3rem 0.75rem 0.75rem",
  },
  ".cm-panel.cm-search br": { width: "100%", content: "''", display: "block" },
  ".cm-panel.cm-search :is(input, button, label)": { margin: "0" },
  ".cm-panel.cm-search label": {
    display: "inline-flex",
    alignItems: "center",
    gap: "0.375rem",
    fontSize: "0.875rem",
    whiteSpace: "nowrap",
  },
  ".cm-panel.cm-search [name=close]": {
    top: "0.5rem",
    right: "0.5rem",
    width: "2rem",
    height: "2rem",
    fontSize: "1.25rem",
  },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius)",
    padding: "0.25rem 0.5rem",
    fontSize: "0.875rem",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius)",
    padding: "0.25rem 0.625rem",
    fontSize: "0.875rem",
  },
});

const heading = { fontFamily: "var(--font-display)", fontWeight: "500", lineHeight: "1.35" };

const highlight = HighlightStyle.define([
  { tag: tags.heading1, ...heading, fontSize: "1.75rem" },
  { tag: tags.heading2, ...heading, fontSize: "1.5rem" },
  {
    tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6],
    ...heading,
    fontSize: "1.25rem",
  },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.link, color: "var(--green)" },
  { tag: tags.url, color: "var(--ink-muted)" },
  { tag: tags.monospace, fontFamily: "var(--font-mono)", fontSize: "0.9em" },
  { tag: tags.quote, color: "var(--ink-muted)" },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: "var(--ink-muted)" },
]);

/** The page's own type while writing: headings look like headings, marks step back. */
export const markdownTheme = [frame, syntaxHighlighting(highlight)];
