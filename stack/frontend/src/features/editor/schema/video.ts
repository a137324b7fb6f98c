import { mergeAttributes, Node } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { VideoView } from "@/features/editor/schema/video-view.tsx";
import { providerName, videoAt } from "@/features/editor/video.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    video: {
      /** Puts a video where the cursor is; false for an address that leads to none. */
      insertVideo: (address: string) => ReturnType;
    };
  }
}

/**
 * A video of YouTube's or Vimeo's: in the page a link, which the site may turn into a player once
 * it is clicked. So nobody is told that somebody reads the page.
 */
export const Video = Node.create({
  name: "video",
  group: "block",
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      href: { default: "", rendered: false },
      title: { default: "", rendered: false },
    };
  },

  parseHTML() {
    return [
      {
        tag: "figure.embed",
        priority: 60,
        getAttrs: (element) => {
          const link = element.querySelector("a[href]");
          const video = videoAt(link?.getAttribute("href") ?? "");
          return video && { href: video.href, title: titleOf(video, link?.textContent ?? "") };
        },
      },
      {
        tag: "iframe[src]",
        getAttrs: (element) => {
          const video = videoAt(element.getAttribute("src") ?? "");
          return video && { href: video.href, title: element.getAttribute("title") ?? "" };
        },
      },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { href, title } = node.attrs;
    const video = videoAt(href);
    const text = title || (video ? spoken(video) : href);
    return ["figure", mergeAttributes(HTMLAttributes, { class: "embed" }), ["a", { href }, text]];
  },

  addNodeView() {
    return ReactNodeViewRenderer(VideoView);
  },

  addCommands() {
    return {
      insertVideo:
        (address) =>
        ({ commands }) => {
          const video = videoAt(address);
          return (
            video !== null &&
            commands.insertContent({ type: this.name, attrs: { href: video.href, title: "" } })
          );
        },
    };
  },

  /** The address of a video, pasted into an empty paragraph, is the video. */
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData("text/plain") ?? "";
            const { $from, empty } = view.state.selection;
            const blank =
              empty && $from.parent.type.name === "paragraph" && !$from.parent.content.size;
            return blank && videoAt(text) !== null && editor.commands.insertVideo(text);
          },
        },
      }),
    ];
  },
});

const spoken = (video: Parameters<typeof providerName>[0]) => `Watch on ${providerName(video)}`;

/** What stands in for a title is none. */
const titleOf = (video: Parameters<typeof providerName>[0], text: string): string => {
  const trimmed = text.trim();
  return trimmed === spoken(video) || trimmed === video.href ? "" : trimmed;
};
