import { lazy, Suspense } from "react";
import { Opening } from "@/features/fields/inputs/opening.tsx";

const MarkdownEditor = lazy(() => import("@/features/entries/editor/markdown-editor.tsx"));

type MarkdownInputProps = {
  label: string;
  value: unknown;
  onChange: (value: string | null) => void;
};

/** Text in Markdown. Its editor is fetched when it is first shown. */
export function MarkdownInput({ label, value, onChange }: MarkdownInputProps) {
  return (
    <div className="field-text">
      <Suspense fallback={<Opening />}>
        <MarkdownEditor
          label={label}
          value={typeof value === "string" ? value : ""}
          onChange={(text) => onChange(text === "" ? null : text)}
        />
      </Suspense>
    </div>
  );
}
