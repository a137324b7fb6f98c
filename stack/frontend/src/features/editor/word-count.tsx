import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { countWords, lengthOf } from "@/features/editor/word-count.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** How long the text is, once one has paused; nothing that would be read out while writing. */
export function WordCount({ editor }: { editor: Editor }) {
  const doc = useEditorState({
    editor,
    selector: ({ editor }) => editor.state.doc,
    equalityFn: (a, b) => a === b,
  });
  const settled = useDebounced(doc, 400);
  const text = settled.textBetween(0, settled.content.size, "\n", " ");
  return <p className="mt-10 pb-6 text-muted text-sm">{lengthOf(countWords(text))}</p>;
}
