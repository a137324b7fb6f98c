import { Popover } from "@base-ui/react/popover";
import { type Editor, posToDOMRect, type Range } from "@tiptap/core";
import { Command } from "cmdk";
import { CornerDownLeft, FileText, Globe, type LucideIcon, Unlink } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { addressOf, shownAddress } from "@/features/editor/link/address.ts";
import { useLinkTargets } from "@/features/editor/link/use-link-targets.ts";
import type { LinkTarget, RichTextProps } from "@/features/editor/rich-text.tsx";
import { useChosen } from "@/lib/use-chosen.ts";

type LinkEditorProps = {
  editor: Editor;
  open: boolean;
  onClose: () => void;
  findLinks: RichTextProps["findLinks"];
};

/** Chooses where the chosen words lead: an address, or something on this site found by its name. */
export function LinkEditor({ editor, open, onClose, findLinks }: LinkEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => selectionOf(editor)}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          className="z-50"
        >
          <Popover.Popup
            initialFocus={input}
            // Back into the text, where the cursor was, rather than to what opened it.
            finalFocus={() => {
              editor.commands.focus();
              return false;
            }}
            aria-label="Link"
            className="w-96 max-w-[calc(100vw-1.5rem)] rounded border border-rule bg-raised shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)] outline-none"
          >
            <Choice editor={editor} input={input} findLinks={findLinks} onClose={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type ChoiceProps = Pick<LinkEditorProps, "editor" | "findLinks" | "onClose"> & {
  input: React.RefObject<HTMLInputElement | null>;
};

function Choice({ editor, input, findLinks, onClose }: ChoiceProps) {
  // As it was when this was opened: the browser has its selection in the field now.
  const [{ from, to }] = useState(editor.state.selection);
  const present = String(editor.getAttributes("link").href ?? "");
  const [text, setText] = useState(present);
  const address = addressOf(text);
  const unchanged = text === present;
  const found = useLinkTargets(findLinks, unchanged || address !== null ? "" : text);

  const offersAddress = address !== null && !unchanged;
  const chosen = useChosen([
    ...(offersAddress ? ["address"] : []),
    ...found.targets.map(targetValue),
    ...(present === "" ? [] : ["remove"]),
  ]);

  const link = ({ href, title }: Pick<LinkTarget, "href" | "title">) => {
    setLink(editor, { from, to }, href, title);
    onClose();
  };
  return (
    <Command shouldFilter={false} loop label="Where the link leads" {...chosen}>
      <Command.Input
        ref={input}
        value={text}
        onValueChange={setText}
        onFocus={(event) => event.currentTarget.select()}
        maxLength={2000}
        placeholder={findLinks ? "A page’s title, or an address" : "An address: example.org"}
        autoCapitalize="off"
        spellCheck={false}
        className="h-12 w-full border-rule border-b bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {offersAddress && (
          <Item
            value="address"
            icon={Globe}
            onSelect={() => link({ href: address, title: shownAddress(address) })}
          >
            <span className="min-w-0 flex-1 truncate">{shownAddress(address)}</span>
            <CornerDownLeft aria-hidden className="size-4 shrink-0 text-muted" />
          </Item>
        )}
        {found.targets.map((target) => (
          <Item
            key={target.href}
            value={targetValue(target)}
            icon={FileText}
            onSelect={() => link(target)}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{target.title}</span>
              <span className="block truncate text-[0.8125rem] text-muted">
                {target.note ?? shownAddress(target.href)}
              </span>
            </span>
          </Item>
        ))}
        {present !== "" && (
          <Item
            value="remove"
            icon={Unlink}
            onSelect={() => {
              editor.chain().extendMarkRange("link").unsetLink().run();
              onClose();
            }}
          >
            Remove the link
          </Item>
        )}
      </Command.List>
      <p
        role="status"
        className="px-4 pb-3 text-muted text-sm empty:hidden"
        data-problem={found.problem !== null || undefined}
      >
        {found.problem ?? (text.trim() !== "" && address === null && !unchanged && advice(found))}
      </p>
    </Command>
  );
}

const targetValue = ({ href }: LinkTarget): string => `target ${href}`;

function advice({ targets, searching }: ReturnType<typeof useLinkTargets>): string {
  if (searching) return "Looking…";
  return targets.length > 0 ? "" : "Nothing on this site is called that, and it is no address.";
}

/** Links what was chosen; where nothing was, the link's own name is written. */
function setLink(editor: Editor, { from, to }: Range, href: string, title: string): void {
  const chain = editor.chain().focus().setTextSelection({ from, to });
  if (editor.getAttributes("link").href) chain.extendMarkRange("link").setLink({ href }).run();
  else if (from === to) {
    const { storedMarks, selection } = editor.state;
    const marks = (storedMarks ?? selection.$from.marks()).map((mark) => mark.toJSON());
    chain
      .insertContent({
        type: "text",
        text: title,
        marks: [...marks, { type: "link", attrs: { href } }],
      })
      .unsetMark("link")
      .run();
  } else chain.setLink({ href }).run();
}

function selectionOf(editor: Editor) {
  const { from, to } = editor.state.selection;
  return {
    contextElement: editor.view.dom,
    getBoundingClientRect: () => posToDOMRect(editor.view, from, to),
  };
}

type ItemProps = { value: string; icon: LucideIcon; onSelect: () => void; children: ReactNode };

function Item({ value, icon: Icon, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 text-[0.9375rem] data-[selected=true]:bg-sunken"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      {children}
    </Command.Item>
  );
}
