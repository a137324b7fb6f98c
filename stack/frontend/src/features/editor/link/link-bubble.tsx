import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { BubbleMenu } from "@tiptap/react/menus";
import { ArrowUpRight, Pencil, Unlink } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { shownAddress } from "@/features/editor/link/address.ts";

/** Where the link under the cursor leads, and what can be done with it. */
export function LinkBubble({ editor, onEdit }: { editor: Editor; onEdit: () => void }) {
  const href = useEditorState({
    editor,
    selector: ({ editor }) => String(editor.getAttributes("link").href ?? ""),
  });
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="linkBubble"
      updateDelay={0}
      shouldShow={({ editor }) =>
        editor.isEditable && editor.isActive("link") && editor.state.selection.empty
      }
      options={{ placement: "bottom-start", offset: 8, shift: { padding: 8 } }}
      className="z-20"
    >
      <fieldset
        aria-label="Link"
        className="flex max-w-[min(24rem,calc(100vw-2rem))] items-center gap-0.5 rounded border border-rule bg-raised p-0.5 pl-3 text-[0.9375rem] shadow-[0_8px_24px_-8px_rgb(28_26_23/0.28)]"
      >
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="flex min-w-0 items-center gap-1 text-green underline-offset-4 hover:underline"
        >
          <span className="truncate">{shownAddress(href)}</span>
          <ArrowUpRight aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
        <Button variant="quiet" size="icon-sm" title="Change the link" onClick={onEdit}>
          <Pencil aria-hidden />
          <span className="sr-only">Change the link</span>
        </Button>
        <Button
          variant="quiet"
          size="icon-sm"
          title="Remove the link"
          onClick={() => editor.chain().focus().extendMarkRange("link").unsetLink().run()}
        >
          <Unlink aria-hidden />
          <span className="sr-only">Remove the link</span>
        </Button>
      </fieldset>
    </BubbleMenu>
  );
}
