import { Toolbar as Base } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Plus,
  Quote,
  Redo2,
  Strikethrough,
  Undo2,
} from "lucide-react";
import type { Ref } from "react";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu.tsx";
import { type Asked, type Block, blocks } from "@/features/editor/menus/blocks.ts";
import { cn } from "@/lib/cn.ts";
import { type Keys, keyCaps } from "@/lib/shortcuts.ts";

type ToolbarProps = {
  editor: Editor;
  onLink: () => void;
  onAsk: (what: Asked) => void;
  ref?: Ref<HTMLDivElement>;
};

type Tool = {
  label: string;
  icon: LucideIcon;
  keys: Keys;
  /** What of the state tells whether it is on. */
  on?: "bold" | "italic" | "strike" | "code" | "link" | "bulletList" | "orderedList" | "blockquote";
  /** Left out where there is room for little. */
  wide?: boolean;
  run: (editor: Editor) => void;
};

const marks: readonly Tool[] = [
  {
    label: "Bold",
    icon: Bold,
    keys: "mod+b",
    on: "bold",
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: "Italic",
    icon: Italic,
    keys: "mod+i",
    on: "italic",
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: "Struck through",
    icon: Strikethrough,
    keys: "mod+shift+s",
    on: "strike",
    wide: true,
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    label: "Code",
    icon: Code,
    keys: "mod+e",
    on: "code",
    wide: true,
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
];

const lists: readonly Tool[] = [
  {
    label: "Bullet list",
    icon: List,
    keys: "mod+shift+8",
    on: "bulletList",
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Numbered list",
    icon: ListOrdered,
    keys: "mod+shift+7",
    on: "orderedList",
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: "Quote",
    icon: Quote,
    keys: "mod+shift+b",
    on: "blockquote",
    wide: true,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

const history: readonly Tool[] = [
  {
    label: "Undo",
    icon: Undo2,
    keys: "mod+z",
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    label: "Redo",
    icon: Redo2,
    keys: "mod+shift+z",
    wide: true,
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

const styles = blocks.slice(0, 4);
const insertable = blocks.slice(6);

/** One Tab stop; the arrow keys move between the tools. Alt+F10 leads here, Escape back. */
export function Toolbar({ editor, onLink, onAsk, ref }: ToolbarProps) {
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) });
  const link: Tool = { label: "Link", icon: Link, keys: "mod+k", on: "link", run: onLink };
  const put = ({ run }: Block) => (typeof run === "string" ? onAsk(run) : run(editor));
  return (
    <Base.Root
      ref={ref}
      aria-label="Formatting"
      onKeyDown={({ key }) => {
        if (key === "Escape") editor.commands.focus();
      }}
      className="sticky top-0 z-10 -mx-2 flex items-center border-rule border-b bg-paper py-1.5"
    >
      <Menu>
        <Base.Button
          render={<MenuTrigger />}
          className={cn(tool, "w-auto gap-1 px-2 text-[0.9375rem] sm:w-36 sm:justify-between")}
        >
          <span className="sr-only">Kind of paragraph: </span>
          <span className="max-w-24 truncate">{state.style}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </Base.Button>
        <MenuContent align="start">
          {styles.map(({ name, icon: Icon, run }) => (
            <MenuItem key={name} onClick={() => typeof run !== "string" && run(editor)}>
              <Icon aria-hidden />
              {name}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      <Group label="Text" tools={[...marks, link]} editor={editor} state={state} />
      <Group label="Blocks" tools={lists} editor={editor} state={state} />
      <div className="ml-1 border-rule border-l pl-1">
        <Menu>
          <Base.Button
            render={<MenuTrigger />}
            title="Put in a picture, a table…"
            className={cn(tool, "sm:w-auto sm:gap-1 sm:px-2")}
          >
            <Plus aria-hidden className="size-[1.125rem]" />
            <span className="text-[0.9375rem] max-sm:sr-only">Insert</span>
          </Base.Button>
          <MenuContent align="end">
            {insertable.map((block) => (
              <MenuItem key={block.name} onClick={() => put(block)}>
                <block.icon aria-hidden />
                {block.name}
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      </div>
      <Group label="History" tools={history} editor={editor} state={state} className="ml-auto" />
    </Base.Root>
  );
}

const tool =
  "inline-flex h-9 w-8 shrink-0 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-green-soft aria-pressed:text-green data-disabled:opacity-40 sm:w-9";

type GroupProps = {
  label: string;
  tools: readonly Tool[];
  editor: Editor;
  state: State;
  className?: string;
};

function Group({ label, tools, editor, state, className }: GroupProps) {
  return (
    <Base.Group
      aria-label={label}
      className={cn("ml-1 flex items-center border-rule border-l pl-1", className)}
    >
      {tools.map(({ label, icon: Icon, keys, on, wide, run }) => (
        <Base.Button
          key={label}
          aria-label={label}
          aria-pressed={on && state[on]}
          title={`${label} (${keyCaps(keys).join(" ")})`}
          disabled={(label === "Undo" && !state.undo) || (label === "Redo" && !state.redo)}
          // The text keeps its selection, and on a phone its keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
          className={cn(tool, wide && "max-sm:hidden")}
        >
          <Icon aria-hidden className="size-[1.125rem]" />
        </Base.Button>
      ))}
    </Base.Group>
  );
}

type State = ReturnType<typeof stateOf>;

function stateOf(editor: Editor) {
  const level = editor.isActive("heading") ? Number(editor.getAttributes("heading").level) : 1;
  const style = editor.isActive("codeBlock")
    ? "Code"
    : editor.isActive("picture")
      ? "Caption"
      : editor.isActive("paragraph", { actions: true })
        ? "Buttons"
        : styles[level - 1]?.name;
  return {
    style,
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    strike: editor.isActive("strike"),
    code: editor.isActive("code"),
    link: editor.isActive("link"),
    bulletList: editor.isActive("bulletList"),
    orderedList: editor.isActive("orderedList"),
    blockquote: editor.isActive("blockquote"),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  };
}
