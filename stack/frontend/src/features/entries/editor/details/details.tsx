import { History } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Placement } from "@/features/entries/editor/details/placement.tsx";
import {
  Publishing,
  type PublishingActions,
} from "@/features/entries/editor/details/publishing.tsx";
import { SeoFields } from "@/features/entries/editor/details/seo-fields.tsx";
import { SummaryAndCover } from "@/features/entries/editor/details/summary-and-cover.tsx";
import { Terms } from "@/features/entries/editor/details/terms.tsx";
import { type Document, type FieldsChange, isDirty } from "@/features/entries/editor/document.ts";
import type { Work } from "@/features/entries/editor/use-document.ts";
import type { ContentType } from "@/features/types/api.ts";
import { fullTime } from "@/lib/time.ts";

type DetailsProps = {
  type: ContentType;
  doc: Document;
  /** The address of what it stands below; null for what has no page on the site. */
  above: string | null;
  work: Work | null;
  publishing: PublishingActions;
  onEdit: (change: FieldsChange) => void;
  onShowHistory: () => void;
};

/** Everything about an entry beside its words. */
export function Details({
  type,
  doc,
  above,
  work,
  publishing,
  onEdit,
  onShowHistory,
}: DetailsProps) {
  const { entry } = doc;
  return (
    <div className="pb-16">
      <Publishing
        entry={entry}
        unsaved={isDirty(doc)}
        hasPage={above !== null}
        work={work}
        actions={publishing}
      />
      {type.tree && <Placement doc={doc} onEdit={onEdit} />}
      {type.key === "post" && <Terms doc={doc} onEdit={onEdit} />}
      {type.document && <SummaryAndCover doc={doc} onEdit={onEdit} />}
      {above !== null && <SeoFields doc={doc} above={above} onEdit={onEdit} />}
      {entry && (
        <div className="grid justify-items-start gap-3 py-6 text-muted text-sm">
          <p>
            Begun {entry.author && `by ${entry.author.name} `}on {fullTime(entry.createdAt)}.
            {entry.savedBy && ` Last saved by ${entry.savedBy.name}.`}
          </p>
          <Button size="sm" onClick={onShowHistory}>
            <History aria-hidden />
            History…
          </Button>
        </div>
      )}
    </div>
  );
}
