import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { BubbleMenu } from "@tiptap/react/menus";
import { ChevronDown, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu.tsx";
import type { Alignment } from "@/features/editor/schema/table.ts";
import { cn } from "@/lib/cn.ts";

const button =
  "inline-flex h-8 items-center gap-1 rounded px-2 text-[0.9375rem] hover:bg-sunken data-disabled:opacity-40";

/** What can be done with the table that the cursor is in, above it. */
export function TableTools({ editor }: { editor: Editor }) {
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="tableTools"
      updateDelay={0}
      shouldShow={({ editor }) => editor.isEditable && editor.isActive("table")}
      getReferencedVirtualElement={() => tableAt(editor)}
      options={{ placement: "top-start", offset: 6, flip: false, shift: { padding: 8 } }}
      className="z-20"
    >
      <Toolbar.Root
        aria-label="Table"
        className="flex items-center gap-0.5 rounded border border-rule bg-raised p-0.5 shadow-[0_8px_24px_-8px_rgb(28_26_23/0.28)]"
      >
        <Part name="Row">
          <Act editor={editor} name="Add one above" run="addRowBefore" />
          <Act editor={editor} name="Add one below" run="addRowAfter" />
          <Act editor={editor} name="First row is the head" run="toggleHeaderRow" />
          <MenuSeparator />
          <Act editor={editor} name="Delete row" run="deleteRow" bad />
        </Part>
        <Part name="Column">
          <Act editor={editor} name="Add one before" run="addColumnBefore" />
          <Act editor={editor} name="Add one after" run="addColumnAfter" />
          <Act editor={editor} name="First column is the head" run="toggleHeaderColumn" />
          <MenuSeparator />
          <Act editor={editor} name="Delete column" run="deleteColumn" bad />
        </Part>
        <Part name="Cell">
          {(["left", "center", "right"] as const).map((align) => (
            <MenuItem key={align} onClick={() => alignCells(editor, align)}>
              {
                {
                  left: "Text to the left",
                  center: "Text in the middle",
                  right: "Text to the right",
                }[align]
              }
            </MenuItem>
          ))}
          <MenuSeparator />
          <Act editor={editor} name="Join the chosen cells" run="mergeCells" />
          <Act editor={editor} name="Split the cell" run="splitCell" />
        </Part>
        <Toolbar.Button
          aria-label="Delete the table"
          title="Delete the table"
          onClick={() => editor.chain().focus().deleteTable().run()}
          className={cn(button, "text-bad")}
        >
          <Trash2 aria-hidden className="size-4" />
        </Toolbar.Button>
      </Toolbar.Root>
    </BubbleMenu>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Menu>
      <Toolbar.Button render={<MenuTrigger />} className={button}>
        {name}
        <ChevronDown aria-hidden className="size-4 text-muted" />
      </Toolbar.Button>
      <MenuContent align="start">{children}</MenuContent>
    </Menu>
  );
}

type Run =
  | "addRowBefore"
  | "addRowAfter"
  | "deleteRow"
  | "toggleHeaderRow"
  | "addColumnBefore"
  | "addColumnAfter"
  | "deleteColumn"
  | "toggleHeaderColumn"
  | "mergeCells"
  | "splitCell";

type ActProps = { editor: Editor; name: string; run: Run; bad?: boolean };

function Act({ editor, name, run, bad = false }: ActProps) {
  return (
    <MenuItem
      className={bad ? "text-bad" : undefined}
      disabled={!editor.can()[run]()}
      onClick={() => editor.chain().focus()[run]().run()}
    >
      {name}
    </MenuItem>
  );
}

function alignCells(editor: Editor, align: Alignment): void {
  const value = align === "left" ? null : align;
  editor.chain().focus().setCellAttribute("align", value).run();
}

function tableAt(editor: Editor): Element | null {
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("table") ?? null;
}
