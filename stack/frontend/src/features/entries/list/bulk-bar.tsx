import { X } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { BulkAction } from "@/features/entries/api.ts";
import { useMay } from "@/features/session/use-user.ts";

type BulkBarProps = {
  count: number;
  /** What is under way. */
  busy: BulkAction | null;
  /** Tells what became of it by itself. */
  onAct: (action: BulkAction) => Promise<void>;
  onClear: () => void;
};

/** What can be done with the entries that are chosen, in reach wherever the list is scrolled to. */
export function BulkBar({ count, busy, onAct, onClear }: BulkBarProps) {
  const publishes = useMay("pages.publish");
  const [asking, setAsking] = useState(false);
  if (count === 0) return null;
  const button = (action: BulkAction, label: string) => (
    <Button size="sm" busy={busy === action} onClick={() => void onAct(action)}>
      {label}
    </Button>
  );
  return (
    <section
      aria-label="With those that are chosen"
      className="sticky bottom-4 z-20 mt-6 flex flex-wrap items-center gap-2 rounded border border-rule-strong bg-raised px-4 py-3 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)]"
    >
      <p role="status" className="mr-auto font-medium text-[0.9375rem]">
        {count} chosen
      </p>
      {publishes ? (
        <>
          {button("publish", "Publish")}
          {button("unpublish", "Unpublish")}
        </>
      ) : (
        button("submit", "Submit for review")
      )}
      <Button size="sm" className="text-bad" onClick={() => setAsking(true)}>
        Delete…
      </Button>
      <Button variant="quiet" size="icon-sm" title="Choose none" onClick={onClear}>
        <X aria-hidden />
        <span className="sr-only">Choose none</span>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={count === 1 ? "Delete the one that is chosen?" : `Delete all ${count}?`}
        description="What is public of them disappears from the site at once, and nothing brings them back. To take them off the site and keep them, unpublish them instead."
        confirm="Delete for good"
        cancel="Keep them"
        run={() => onAct("delete")}
      />
    </section>
  );
}
