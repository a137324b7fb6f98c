import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
} from "@codemirror/lang-markdown";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import { countWords, lengthOf } from "@/features/editor/word-count.ts";
import { insertLink, toggleMark } from "@/features/entries/editor/markdown-commands.ts";
import { markdownTheme } from "@/features/entries/editor/markdown-theme.ts";
import { MarkdownToolbar } from "@/features/entries/editor/markdown-toolbar.tsx";
import { useDebounced } from "@/lib/use-debounced.ts";

type MarkdownEditorProps = {
  value: string;
  onChange: (value: string) => void;
  /** Hands over a way to put the cursor into the text. */
  onReady?: (focus: () => void) => void;
  /** The text's name for assistive technology. */
  label?: string;
  error?: string | undefined;
};

/** CodeMirror's own labels, in the admin's voice. */
const searchPhrases = {
  next: "Next",
  previous: "Previous",
  all: "Select all",
  replace: "Replace",
  "replace all": "Replace all",
  "match case": "Match case",
  regexp: "Pattern",
  "by word": "Whole words",
};

const writing = [
  history(),
  drawSelection(),
  search(),
  EditorState.phrases.of(searchPhrases),
  markdownLanguage,
  markdownTheme,
  EditorView.lineWrapping,
  placeholder("Write in Markdown…"),
  Prec.high(
    keymap.of([
      { key: "Mod-b", run: toggleMark("**") },
      { key: "Mod-i", run: toggleMark("_") },
      { key: "Mod-k", run: insertLink },
      { key: "Enter", run: insertNewlineContinueMarkup },
      { key: "Backspace", run: deleteMarkupBackward },
    ]),
  ),
  // Tab is left alone: it moves on to the next control, as everywhere else.
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  EditorView.contentAttributes.of({
    spellcheck: "true",
    autocapitalize: "sentences",
    autocorrect: "on",
  }),
];

/** The text of a page. `value` changed from outside replaces it; typing is reported as it happens. */
export default function MarkdownEditor({
  value,
  onChange,
  onReady,
  label = "Text",
  error,
}: MarkdownEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const settled = useDebounced(value, 400);
  const latest = useRef({ value, onChange, onReady, label });
  useEffect(() => {
    latest.current = { value, onChange, onReady, label };
  });

  useEffect(() => {
    if (!host.current) return;
    const created = new EditorView({
      parent: host.current,
      doc: latest.current.value,
      extensions: [
        writing,
        EditorView.contentAttributes.of({ "aria-label": latest.current.label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    setView(created);
    latest.current.onReady?.(() => created.focus());
    return () => created.destroy();
  }, []);

  useEffect(() => {
    if (!view || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [view, value]);

  return (
    <>
      <MarkdownToolbar view={view} />
      {error && <p className="mt-3 text-bad text-sm">{error}</p>}
      <div ref={host} className="mt-6" />
      <p className="mt-10 pb-6 text-muted text-sm">{lengthOf(countWords(settled))}</p>
    </>
  );
}
