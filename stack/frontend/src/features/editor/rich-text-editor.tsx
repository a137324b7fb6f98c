import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import { toast } from "sonner";
import { schemaExtensions, writingExtensions } from "@/features/editor/extensions.ts";
import { toHtml } from "@/features/editor/html.ts";
import { LinkBubble } from "@/features/editor/link/link-bubble.tsx";
import { LinkEditor } from "@/features/editor/link/link-editor.tsx";
import { AddressDialog } from "@/features/editor/menus/address-dialog.tsx";
import type { Asked } from "@/features/editor/menus/blocks.ts";
import { SlashMenu } from "@/features/editor/menus/slash-menu.tsx";
import { TableTools } from "@/features/editor/menus/table-tools.tsx";
import { Toolbar } from "@/features/editor/menus/toolbar.tsx";
import { cleanPaste } from "@/features/editor/paste/clean-paste.ts";
import type { PickedImage, RichTextProps } from "@/features/editor/rich-text.tsx";
import { Picture } from "@/features/editor/schema/picture.ts";
import { Uploads } from "@/features/editor/uploads.ts";
import { videoAt } from "@/features/editor/video.ts";
import { WordCount } from "@/features/editor/word-count.tsx";
import { messageOf } from "@/lib/api-error.ts";

/** See `RichText`, which fetches this when it is first needed. */
export default function RichTextEditor({
  value,
  onChange,
  onPickImage,
  onUploadImage,
  findLinks,
  onReady,
  readOnly = false,
  label = "Text",
  placeholder = "Write, or type / to put something in",
  error,
}: RichTextProps) {
  const hintId = useId();
  const tools = useRef<HTMLDivElement>(null);
  const editorRef = useRef<Editor | null>(null);
  const [asked, setAsked] = useState<Asked | "link" | null>(null);
  const waiting = useRef<((picked: PickedImage | null) => void) | null>(null);
  const latest = useRef({ onChange, onPickImage, onUploadImage });
  useEffect(() => {
    latest.current = { onChange, onPickImage, onUploadImage };
  });

  /** Asks the library where there is one, else for an address. */
  const pick = (): Promise<PickedImage | null> => {
    const { onPickImage } = latest.current;
    if (onPickImage) return onPickImage();
    const { promise, resolve } = Promise.withResolvers<PickedImage | null>();
    waiting.current = resolve;
    setAsked("picture");
    return promise;
  };
  const answer = (picked: PickedImage | null) => {
    setAsked(null);
    waiting.current?.(picked);
    waiting.current = null;
  };
  const ask = (what: Asked) => {
    if (what === "video") {
      setAsked("video");
      return;
    }
    void pick().then((picked) => {
      const chain = editorRef.current?.chain().focus();
      if (picked) chain?.insertPicture(picked);
      chain?.run();
    });
  };

  // Made once: they reach what changes through references.
  const [extensions] = useState(() => [
    ...schemaExtensions,
    Picture.configure({ pick }),
    ...writingExtensions(placeholder),
    SlashMenu.configure({ ask }),
    Uploads.configure({
      upload: () => latest.current.onUploadImage ?? null,
      onProblem: (message) => toast.error(message),
      messageOf,
    }),
  ]);

  /** The text as it was given, and as this editor writes the same; and what was told last. */
  const given = useRef({ value, html: "" });
  const told = useRef(value);

  const editor = useEditor({
    extensions,
    content: value,
    editable: !readOnly,
    // The Content-Security-Policy allows no <style>; styles/editor.css has these rules.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        ...(readOnly ? { "aria-readonly": "true" } : { "aria-describedby": hintId }),
        class: "prose",
      },
      // Room for the tools, which stay at the top.
      scrollThreshold: { top: 72, bottom: 24, left: 0, right: 0 },
      scrollMargin: { top: 88, bottom: 48, left: 0, right: 0 },
      transformPastedHTML: (html) => {
        const { html: clean, lostPictures } = cleanPaste(html);
        if (lostPictures > 0) toast.warning(lost(lostPictures));
        return clean;
      },
      handleKeyDown: (_view, event) => {
        if (event.altKey && event.key === "F10") {
          tools.current?.querySelector("button")?.focus();
          return true;
        }
        if ((event.metaKey || event.ctrlKey) && !event.shiftKey && event.key === "k") {
          setAsked("link");
          event.preventDefault();
          return true;
        }
        return false;
      },
    },
    onCreate: ({ editor }) => {
      editorRef.current = editor;
      given.current.html = toHtml(editor.state.doc);
      onReady?.(() => editor.commands.focus());
    },
    onUpdate: ({ editor }) => {
      const html = toHtml(editor.state.doc);
      // Undone to where it began, it is what was given, however that was written.
      const next = html === given.current.html ? given.current.value : html;
      if (next === told.current) return;
      told.current = next;
      latest.current.onChange(next);
    },
  });

  useEffect(() => {
    if (!editor || value === told.current) return;
    told.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
    given.current = { value, html: toHtml(editor.state.doc) };
  }, [editor, value]);

  useEffect(() => {
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly]);

  if (!editor) return null;
  return (
    <div className="rich-text">
      {!readOnly && (
        <Toolbar ref={tools} editor={editor} onLink={() => setAsked("link")} onAsk={ask} />
      )}
      {error && (
        <p role="alert" className="mt-3 text-bad text-sm">
          {error}
        </p>
      )}
      <div className="relative mt-6">
        <EditorContent editor={editor} />
        {!readOnly && (
          <>
            <LinkBubble editor={editor} onEdit={() => setAsked("link")} />
            <TableTools editor={editor} />
          </>
        )}
      </div>
      {!readOnly && (
        <>
          <p id={hintId} className="sr-only">
            Type a slash to put something in. Alt and F10 lead to the tools.
          </p>
          <WordCount editor={editor} />
        </>
      )}
      <LinkEditor
        editor={editor}
        open={asked === "link"}
        onClose={() => setAsked(null)}
        findLinks={findLinks}
      />
      <AddressDialog
        open={asked === "picture"}
        title="Put in a picture"
        hint="Of a picture on the web, or a path on this site."
        check={(src) =>
          isPicture(src) ? null : "It begins with https:// or, on this site, with /."
        }
        onGiven={(src) => answer({ src, alt: "" })}
        onClose={() => answer(null)}
      />
      <AddressDialog
        open={asked === "video"}
        title="Put in a video"
        hint="Of a video on YouTube or Vimeo, copied from there."
        check={(href) =>
          videoAt(href)
            ? null
            : "This leads to no video of YouTube’s or Vimeo’s. Copy it once more."
        }
        onGiven={(href) => {
          setAsked(null);
          editor.chain().focus().insertVideo(href).run();
        }}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

const isPicture = (src: string): boolean => /^(https:\/\/.+|\/(?![/\\]).*)/i.test(src);

const lost = (pictures: number): string =>
  pictures === 1
    ? "A picture did not come along. Put it in by “Insert”."
    : `${pictures} pictures did not come along. Put them in by “Insert”.`;
