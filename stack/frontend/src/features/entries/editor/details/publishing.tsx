import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Schedule } from "@/features/entries/api.ts";
import { PreviewLink } from "@/features/entries/editor/details/preview-link.tsx";
import { ScheduleForm } from "@/features/entries/editor/details/schedule-form.tsx";
import { Section } from "@/features/entries/editor/details/section.tsx";
import { standingOf } from "@/features/entries/editor/details/standing.ts";
import type { Work } from "@/features/entries/editor/use-document.ts";
import type { Entry } from "@/features/entries/entry.ts";
import { useMay } from "@/features/session/use-user.ts";

export type PublishingActions = {
  unpublish: () => void;
  /** @throws {ApiError} */
  schedule: (schedule: Schedule) => Promise<Entry | null>;
  /** @throws {ApiError} */
  discard: () => Promise<void>;
  /** Shows what differs between what is public and what is here. */
  compare: () => void;
};

type PublishingProps = {
  entry: Entry | null;
  unsaved: boolean;
  /** Whether it has a page, which a link can lead to. */
  hasPage: boolean;
  work: Work | null;
  actions: PublishingActions;
};

/** What visitors see, what they do not see yet, and when that changes. */
export function Publishing({ entry, unsaved, hasPage, work, actions }: PublishingProps) {
  const publishes = useMay("pages.publish");
  const edits = useMay("pages.edit");
  const [asking, setAsking] = useState(false);
  const published = entry?.published ?? false;
  const changed = unsaved || (entry?.hasChanges ?? false);
  return (
    <Section title="Publishing">
      <p className="text-[0.9375rem] text-muted">{standingOf(entry, unsaved)}</p>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {publishes && entry && (published || entry.status === "in_review") && (
          <Button size="sm" busy={work === "unpublishing"} onClick={actions.unpublish}>
            {published ? "Unpublish" : "Send back"}
          </Button>
        )}
        {published && changed && (
          <>
            <Button size="sm" onClick={actions.compare}>
              Compare with what is public
            </Button>
            {edits && (
              <Button size="sm" onClick={() => setAsking(true)}>
                Discard changes…
              </Button>
            )}
          </>
        )}
      </div>
      {publishes && (
        <ScheduleForm
          // Times that were changed elsewhere, or came to pass, are shown anew.
          key={`${entry?.publishAt} ${entry?.unpublishAt}`}
          entry={entry}
          onSchedule={actions.schedule}
        />
      )}
      {entry && hasPage && <PreviewLink entryId={entry.id} />}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Go back to what is public?"
        description="What was changed since stays in the history, from where it can be restored."
        confirm="Discard changes"
        cancel="Keep them"
        run={actions.discard}
      />
    </Section>
  );
}
