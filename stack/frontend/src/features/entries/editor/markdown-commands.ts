import { type ChangeSpec, EditorSelection, type EditorState, type Line } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

/** Wraps the selection in a mark such as `**`, or takes the mark away again. */
export function toggleMark(mark: string) {
  return (view: EditorView): boolean => {
    const { state } = view;
    const length = mark.length;
    view.dispatch(
      state.changeByRange(({ from, to }) => {
        const outside =
          state.sliceDoc(from - length, from) === mark && state.sliceDoc(to, to + length) === mark;
        if (outside) {
          return {
            changes: [
              { from: from - length, to: from },
              { from: to, to: to + length },
            ],
            range: EditorSelection.range(from - length, to - length),
          };
        }
        return {
          changes: [
            { from, insert: mark },
            { from: to, insert: mark },
          ],
          range: EditorSelection.range(from + length, to + length),
        };
      }),
      { userEvent: "input.format", scrollIntoView: true },
    );
    view.focus();
    return true;
  };
}

/** Turns the selection into a link and selects the place for its address. */
export function insertLink(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  const text = view.state.sliceDoc(from, to) || "text";
  const address = "https://";
  view.dispatch({
    changes: { from, to, insert: `[${text}](${address})` },
    selection: EditorSelection.range(
      from + text.length + 3,
      from + text.length + 3 + address.length,
    ),
    userEvent: "input.format",
    scrollIntoView: true,
  });
  view.focus();
  return true;
}

/** How a kind of line begins: `pattern` finds it, `prefix` writes it for the nth line. */
type LineKind = { pattern: RegExp; prefix: (index: number) => string };

export const lineKinds = {
  heading: { pattern: /^#{1,6}\s+/, prefix: () => "## " },
  quote: { pattern: /^>\s?/, prefix: () => "> " },
  bullets: { pattern: /^[-*+]\s+/, prefix: () => "- " },
  numbers: { pattern: /^\d+[.)]\s+/, prefix: (index) => `${index + 1}. ` },
} satisfies Record<string, LineKind>;

/** Makes the selected lines headings, quotes or items; takes it back when they all are already. */
export function toggleLines({ pattern, prefix }: LineKind) {
  return (view: EditorView): boolean => {
    const lines = selectedLines(view.state);
    const written = lines.filter(({ text }) => text.trim() !== "");
    const targets = written.length > 0 ? written : lines;
    const undo = written.length > 0 && written.every(({ text }) => pattern.test(text));
    const changes: ChangeSpec[] = targets.map((line, index) => ({
      from: line.from,
      to: line.from + (anyPrefix(line.text)?.length ?? 0),
      insert: undo ? "" : prefix(index),
    }));
    view.dispatch({ changes, userEvent: "input.format", scrollIntoView: true });
    view.focus();
    return true;
  };
}

function anyPrefix(text: string): string | undefined {
  for (const { pattern } of Object.values(lineKinds)) {
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return undefined;
}

function selectedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
}
