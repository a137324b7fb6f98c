import { useState } from "react";
import { BulkBar } from "@/components/bulk/bulk-bar.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Media } from "@/features/media/api.ts";
import { DeleteManyDialog } from "@/features/media/delete-many-dialog.tsx";
import { MoveDialog } from "@/features/media/move-dialog.tsx";
import type { useMediaBulk } from "@/features/media/use-media-bulk.ts";

type MediaBulkBarProps = { bulk: ReturnType<typeof useMediaBulk> };

/** What can be done with the files that are chosen. */
export function MediaBulkBar({ bulk }: MediaBulkBarProps) {
  // With what was chosen then: what is left of it once it was done is no other question.
  const [asking, setAsking] = useState<{ what: "move" | "delete"; files: Media[] } | null>(null);
  const ask = (what: "move" | "delete") => setAsking({ what, files: bulk.items });
  const close = () => setAsking(null);
  return (
    <BulkBar count={bulk.count} onClear={bulk.clear}>
      <Button size="sm" busy={bulk.busy === "move"} onClick={() => ask("move")}>
        Move…
      </Button>
      <Button
        size="sm"
        className="text-bad"
        busy={bulk.busy === "delete"}
        onClick={() => ask("delete")}
      >
        Delete…
      </Button>
      {asking?.what === "move" && (
        <MoveDialog count={asking.files.length} onClose={close} move={bulk.move} />
      )}
      {asking?.what === "delete" && (
        <DeleteManyDialog files={asking.files} onClose={close} remove={bulk.remove} />
      )}
    </BulkBar>
  );
}
