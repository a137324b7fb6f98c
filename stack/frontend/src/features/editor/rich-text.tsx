import { lazy, Suspense } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";

const RichTextEditor = lazy(() => import("@/features/editor/rich-text-editor.tsx"));

/**
 * A picture for the text, wherever it came from. `src` is a path on this site or https; its size in
 * pixels, where it is known, keeps the page from jumping while it loads.
 */
export type PickedImage = { src: string; alt: string; width?: number; height?: number };

/** Something on this site that a text can link to. */
export type LinkTarget = { href: string; title: string; note?: string };

export type RichTextProps = {
  /** HTML of the subset in `schema.ts`. Changed from outside it replaces the text. */
  value: string;
  /** Told of every change as it happens; an empty text is "". */
  onChange: (html: string) => void;
  /** Lets the writer choose a picture; null for none. Without it, they give an address. */
  onPickImage?: () => Promise<PickedImage | null>;
  /** Stores a picture that was pasted or dropped. Without it, such pictures are refused. */
  onUploadImage?: (file: File) => Promise<PickedImage>;
  /** Finds what a link on this site may lead to; the last changed for an empty query. */
  findLinks?: (query: string, signal: AbortSignal) => Promise<readonly LinkTarget[]>;
  /** Hands over a way to put the cursor into the text. */
  onReady?: (focus: () => void) => void;
  readOnly?: boolean;
  /** The text's name for assistive technology. */
  label?: string;
  placeholder?: string;
  error?: string | undefined;
};

/** Text with headings, pictures, tables and the rest, as HTML. Fetched when it is first shown. */
export function RichText(props: RichTextProps) {
  return (
    <Suspense
      fallback={
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          Opening the text…
        </p>
      }
    >
      <RichTextEditor {...props} />
    </Suspense>
  );
}
