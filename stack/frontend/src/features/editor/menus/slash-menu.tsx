import { Extension } from "@tiptap/core";
import { ReactRenderer } from "@tiptap/react";
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from "@tiptap/suggestion";
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import { type Asked, type Block, blocksFor } from "@/features/editor/menus/blocks.ts";
import { cn } from "@/lib/cn.ts";

type SlashOptions = {
  /** Asks for what a block needs, and puts it in. */
  ask: (what: Asked) => void;
};

/** “/” at the start of a word opens the list of what can be put in. */
export const SlashMenu = Extension.create<SlashOptions>({
  name: "slashMenu",

  addOptions() {
    return { ask: () => {} };
  },

  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      Suggestion<Block, Block>({
        editor,
        char: "/",
        // Beside the text, for those who go by landmarks; fixed, so that no pane cuts it off.
        container: ".rich-text",
        floatingUi: { strategy: "fixed" },
        allow: ({ state, range }) => {
          const $at = state.doc.resolve(range.from);
          return $at.parent.type.name === "paragraph" && $at.depth <= 4;
        },
        items: ({ query }) => [...blocksFor(query)],
        command: ({ editor, range, props: block }) => {
          editor.chain().focus().deleteRange(range).run();
          if (typeof block.run === "string") options.ask(block.run);
          else block.run(editor);
        },
        render: popup,
      }),
    ];
  },
});

/** Shows the list at the cursor; the keys stay in the text and are passed on. */
function popup() {
  let list: ReactRenderer<ListHandle, ListProps> | null = null;
  let unmount: (() => void) | null = null;
  return {
    onStart: (props: ListProps) => {
      list = new ReactRenderer<ListHandle, ListProps>(BlockList, {
        props,
        editor: props.editor,
        className: "z-50",
      });
      unmount = props.mount(list.element);
    },
    onUpdate: (props: ListProps) => list?.updateProps(props),
    onKeyDown: ({ event }: SuggestionKeyDownProps) => list?.ref?.onKeyDown(event) ?? false,
    onExit: () => {
      unmount?.();
      list?.destroy();
      list = null;
    },
  };
}

type ListProps = SuggestionProps<Block, Block>;
type ListHandle = { onKeyDown: (event: KeyboardEvent) => boolean };

function BlockList({
  editor,
  items,
  query,
  loading,
  command,
  ref,
}: ListProps & { ref?: Ref<ListHandle> }) {
  const id = useId();
  const [place, setPlace] = useState({ query, index: 0 });
  const active = place.query === query ? Math.min(place.index, items.length - 1) : 0;
  const list = useRef<HTMLDivElement>(null);
  const choose = (index: number) => setPlace({ query, index });

  useImperativeHandle(ref, () => ({
    onKeyDown: ({ key }) => {
      if (items.length === 0) return false;
      if (key === "ArrowDown") choose((active + 1) % items.length);
      else if (key === "ArrowUp") choose((active - 1 + items.length) % items.length);
      else if (key === "Home") choose(0);
      else if (key === "End") choose(items.length - 1);
      else if (key === "Enter" || key === "Tab") {
        const block = items[active];
        if (block) command(block);
      } else return false;
      return true;
    },
  }));

  // The cursor stays in the text, which therefore has to say where in the list one is.
  useEffect(() => {
    const text = editor.view.dom;
    text.setAttribute("aria-controls", id);
    text.setAttribute("aria-activedescendant", `${id}-${active}`);
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, active]);

  useEffect(() => {
    const option = list.current?.querySelector<HTMLElement>(`[id="${id}-${active}"]`);
    if (!list.current || !option) return;
    // By hand: `scrollIntoView` moves the page too, and the list is not in its place yet.
    const { clientHeight, scrollTop } = list.current;
    const above = option.offsetTop - 4;
    const below = option.offsetTop + option.offsetHeight + 4 - clientHeight;
    list.current.scrollTop = Math.min(Math.max(scrollTop, below), above);
  }, [id, active]);

  return (
    <div
      ref={list}
      className="relative max-h-80 w-72 max-w-[calc(100vw-2rem)] overflow-y-auto overscroll-contain rounded border border-rule bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)]"
    >
      <div id={id} role="listbox" aria-label="What to put in">
        {items.map(({ name, line, icon: Icon, typed }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text
          <div
            key={name}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The text would lose the cursor.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => choose(index)}
            onClick={() => {
              const block = items[index];
              if (block) command(block);
            }}
            className={cn(
              "flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-2 py-1",
              index === active && "bg-sunken",
            )}
          >
            <span className="grid size-8 shrink-0 place-items-center rounded-sm border border-rule bg-paper">
              <Icon aria-hidden className="size-4" />
            </span>
            <span className="min-w-0 flex-1 leading-snug">
              <span className="block font-medium text-[0.9375rem]">{name}</span>
              <span className="block truncate text-[0.8125rem] text-muted">{line}</span>
            </span>
            {typed && (
              <span aria-hidden className="font-mono text-[0.8125rem] text-muted">
                {typed}
              </span>
            )}
          </div>
        ))}
      </div>
      {items.length === 0 && !loading && (
        <p className="px-3 py-2 text-muted text-sm">Nothing is called that.</p>
      )}
      <p role="status" className="sr-only">
        {loading ? "" : `${items.length} to choose from`}
      </p>
    </div>
  );
}
