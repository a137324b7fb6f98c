import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Document } from "@/features/entries/editor/document.ts";

type SaveProblemProps = {
  doc: Document;
  /** A conflict whose decision was put off. */
  postponed: boolean;
  onRetry: () => void;
  onDecide: () => void;
};

/** Why the text is not safe, in sight wherever one is in it. */
export function SaveProblem({ doc, postponed, onRetry, onDecide }: SaveProblemProps) {
  if (doc.activity.kind === "failed") {
    return (
      <Notice
        tone="bad"
        title="Not saved"
        action={
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {doc.activity.message} What you have typed is still here.
      </Notice>
    );
  }
  if (!postponed) return null;
  return (
    <Notice
      tone="warn"
      title="This was changed elsewhere"
      action={
        <Button size="sm" onClick={onDecide}>
          Decide which version to keep
        </Button>
      }
    >
      Yours is not saved.
    </Notice>
  );
}
