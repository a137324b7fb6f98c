import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { PickedImage } from "@/features/editor/rich-text.tsx";

type UploadOptions = {
  /** Null where pictures cannot be stored. */
  upload: () => ((file: File) => Promise<PickedImage>) | null;
  onProblem: (message: string) => void;
  messageOf: (error: unknown) => string;
};

type Change = { add: { id: object; at: number; name: string } } | { remove: object };

const key = new PluginKey<DecorationSet>("uploads");

/**
 * Pictures that are pasted or dropped are stored first; their place in the text is held meanwhile,
 * wherever it moves while one goes on writing.
 */
export const Uploads = Extension.create<UploadOptions>({
  name: "uploads",

  addOptions() {
    return { upload: () => null, onProblem: () => {}, messageOf: String };
  },

  addProseMirrorPlugins() {
    const { editor, options } = this;

    const change = (change: Change) => editor.view.dispatch(editor.state.tr.setMeta(key, change));

    const placeOf = (id: object): number | undefined =>
      key.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from;

    const store = async (file: File, at: number, upload: (file: File) => Promise<PickedImage>) => {
      const id = {};
      change({ add: { id, at, name: file.name } });
      try {
        const image = await upload(file);
        if (editor.isDestroyed) return;
        const place = placeOf(id);
        // Gone with the text around it: then it is no longer wanted.
        if (place === undefined) return;
        change({ remove: id });
        editor.commands.insertContentAt(place, { type: "picture", attrs: image });
      } catch (error) {
        if (editor.isDestroyed) return;
        change({ remove: id });
        options.onProblem(`“${file.name}” was not stored. ${options.messageOf(error)}`);
      }
    };

    /** Takes pictures among the files over; whether there were any. */
    const take = (data: DataTransfer | null, at: number): boolean => {
      const pictures = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
      // Word and spreadsheets add a picture of what was copied to the text itself.
      if (pictures.length === 0 || data?.types.includes("text/html")) return false;
      const upload = options.upload();
      if (upload) for (const picture of pictures) void store(picture, at, upload);
      else options.onProblem("Pictures cannot be pasted here. Put them in by “Insert”.");
      return true;
    };

    return [
      new Plugin({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, set) => {
            const moved = set.map(tr.mapping, tr.doc);
            const change: Change | undefined = tr.getMeta(key);
            if (!change) return moved;
            if ("remove" in change) {
              return moved.remove(
                moved.find(undefined, undefined, (spec) => spec.id === change.remove),
              );
            }
            const { id, at, name } = change.add;
            return moved.add(tr.doc, [Decoration.widget(at, () => placeholder(name), { id })]);
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste: (view, event) => take(event.clipboardData, view.state.selection.from),
          handleDrop: (view, event, _slice, moved) => {
            if (moved) return false;
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            const taken = take(event.dataTransfer, at?.pos ?? view.state.doc.content.size);
            // The browser would open the file in the place of the page.
            if (taken) event.preventDefault();
            return taken;
          },
        },
      }),
    ];
  },
});

function placeholder(name: string): HTMLElement {
  const box = document.createElement("span");
  box.className = "upload";
  box.setAttribute("role", "status");
  box.textContent = `Storing ${name}…`;
  return box;
}
