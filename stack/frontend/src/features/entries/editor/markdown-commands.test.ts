import { EditorSelection, EditorState, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import {
  insertLink,
  lineKinds,
  toggleLines,
  toggleMark,
} from "@/features/entries/editor/markdown-commands.ts";

/** Runs a command on `text`, in which `[` and `]` stand for the selection, and shows the result. */
function run(command: (view: EditorView) => boolean, text: string): string {
  const from = text.indexOf("[");
  const to = text.indexOf("]") - 1;
  let state = EditorState.create({
    doc: text.replace(/[[\]]/g, ""),
    selection: EditorSelection.range(from, to),
  });
  const view = {
    get state() {
      return state;
    },
    dispatch: (...specs: TransactionSpec[]) => {
      state = state.update(...specs).state;
    },
    focus: () => {},
  };
  command(view as unknown as EditorView);
  const { main } = state.selection;
  const doc = state.doc.toString();
  return `${doc.slice(0, main.from)}‹${doc.slice(main.from, main.to)}›${doc.slice(main.to)}`;
}

test("bold is put around the selection and taken away again", () => {
  expect(run(toggleMark("**"), "a [word] here")).toBe("a **‹word›** here");
  expect(run(toggleMark("**"), "a **[word]** here")).toBe("a ‹word› here");
});

test("bold without a selection leaves the cursor between the marks", () => {
  expect(run(toggleMark("**"), "a []")).toBe("a **‹›**");
});

test("a link keeps its text and selects the address to type over", () => {
  expect(run(insertLink, "see [us]!")).toBe("see [us](‹https://›)!");
});

test("lines become items, and items become lines", () => {
  expect(run(toggleLines(lineKinds.numbers), "[one\n\ntwo]").replace(/[‹›]/g, "")).toBe(
    "1. one\n\n2. two",
  );
  expect(run(toggleLines(lineKinds.bullets), "[- one\n- two]").replace(/[‹›]/g, "")).toBe(
    "one\ntwo",
  );
});

test("one kind of line turns into another instead of piling up", () => {
  expect(run(toggleLines(lineKinds.heading), "> [said]").replace(/[‹›]/g, "")).toBe("## said");
});

test("an empty line can be started as a heading", () => {
  expect(run(toggleLines(lineKinds.heading), "[]").replace(/[‹›]/g, "")).toBe("## ");
});
