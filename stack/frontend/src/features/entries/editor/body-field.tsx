import { lazy, Suspense } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { LibraryText } from "@/features/fields/library-text.tsx";

const MarkdownEditor = lazy(() => import("@/features/entries/editor/markdown-editor.tsx"));

type BodyFieldProps = {
  format: "html" | "markdown";
  value: string;
  onChange: (value: string) => void;
  /** Hands over a way to put the cursor into the text. */
  onReady: (focus: () => void) => void;
  error?: string | undefined;
};

/** The text of a page or post, written as what it is. */
export function BodyField({ format, ...props }: BodyFieldProps) {
  if (format === "html") return <LibraryText {...props} />;
  return (
    <Suspense
      fallback={
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          Opening the text…
        </p>
      }
    >
      <MarkdownEditor {...props} />
    </Suspense>
  );
}
