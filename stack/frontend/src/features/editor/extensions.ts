import type { Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { StarterKit } from "@tiptap/starter-kit";
import { ChosenText } from "@/features/editor/chosen-text.ts";
import { CodeBlock } from "@/features/editor/schema/code-block.tsx";
import { Gallery } from "@/features/editor/schema/gallery.tsx";
import { Heading } from "@/features/editor/schema/heading.ts";
import { keptMarks } from "@/features/editor/schema/kept-marks.ts";
import { Link } from "@/features/editor/schema/link.ts";
import { Paragraph } from "@/features/editor/schema/paragraph.ts";
import { tables } from "@/features/editor/schema/table.ts";
import { Video } from "@/features/editor/schema/video.ts";

/**
 * What a text may consist of, pictures apart, which are told how to choose one. Its HTML (`html.ts`) is the subset that the server lets through:
 *
 *     p, p.actions, h2–h4, ul, ol[start], li, blockquote, pre > code.language-…, hr, br,
 *     table > thead, tbody > tr > th, td [colspan, rowspan, align],
 *     figure.picture(.wide, .left, .right) > img[src, alt, width, height], figcaption;
 *     figure.gallery > img…; figure.embed > a[href],
 *     strong, em, s, code, a[href, title]; kept: u, mark, sub, sup
 */
export const schemaExtensions: Extensions = [
  StarterKit.configure({
    heading: false,
    paragraph: false,
    codeBlock: false,
    link: false,
    // Readers take what is underlined for a link.
    underline: false,
    dropcursor: { color: "var(--green)", width: 2 },
  }),
  Paragraph,
  Heading,
  CodeBlock,
  Link,
  Video,
  Gallery,
  ...tables,
  ...keptMarks,
];

/** What helps while writing. */
export function writingExtensions(placeholder: string): Extensions {
  return [
    Placeholder.configure({
      placeholder: ({ node, editor }) => {
        if (editor.isEmpty) return placeholder;
        if (node.type.name === "heading") return "Heading";
        return node.type.name === "paragraph" ? "Write, or type / to put something in" : "";
      },
    }),
    ChosenText,
  ];
}
