import { useState } from "react";
import { BulkBar } from "@/components/bulk/bulk-bar.tsx";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { BulkAction } from "@/features/entries/api.ts";
import type { useEntryBulk } from "@/features/entries/list/use-entry-bulk.ts";
import { useMay } from "@/features/session/use-user.ts";

type EntryBulkBarProps = { bulk: ReturnType<typeof useEntryBulk> };

/** What can be done with the entries that are chosen. */
export function EntryBulkBar({ bulk: { count, busy, act, clear } }: EntryBulkBarProps) {
  const publishes = useMay("pages.publish");
  const [asking, setAsking] = useState(false);
  const button = (action: BulkAction, label: string) => (
    <Button size="sm" busy={busy === action} onClick={() => void act(action)}>
      {label}
    </Button>
  );
  return (
    <BulkBar count={count} onClear={clear}>
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
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={count === 1 ? "Delete the one that is chosen?" : `Delete all ${count}?`}
        description="What is public of them disappears from the site at once, and nothing brings them back. To take them off the site and keep them, unpublish them instead."
        confirm="Delete for good"
        cancel="Keep them"
        run={() => act("delete")}
      />
    </BulkBar>
  );
}
