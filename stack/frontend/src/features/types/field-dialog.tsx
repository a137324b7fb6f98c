import { useState } from "react";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { ContentField } from "@/features/fields/field.ts";
import type { ContentType } from "@/features/types/api.ts";
import { newField } from "@/features/types/field-draft.ts";
import { FieldForm } from "@/features/types/field-form.tsx";
import { KindChoice } from "@/features/types/kind-choice.tsx";
import { kindFacts } from "@/features/types/kinds.ts";

type FieldDialogProps = {
  open: boolean;
  /** The one to change; null for a new one. */
  field: ContentField | null;
  /** Whether entries may have something under its key already. */
  isSaved: boolean;
  /** Keys that it cannot have. */
  taken: readonly string[];
  types: readonly ContentType[];
  onClose: () => void;
  onDone: (field: ContentField) => void;
};

/** A field as a form; of a new one, what kind it is comes first. */
export function FieldDialog({ open, field, onClose, ...form }: FieldDialogProps) {
  const [wasOpen, setWasOpen] = useState(open);
  // As it was when this was opened, so that nothing changes while it closes.
  const [opened, setOpened] = useState(field);
  const [begun, setBegun] = useState<ContentField | null>(null);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) {
      setOpened(field);
      setBegun(null);
    }
  }
  const initial = opened ?? begun;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={titleOf(opened, begun)}
      {...(!initial && { className: "max-w-2xl" })}
    >
      {initial ? (
        <FieldForm initial={initial} isNew={opened === null} {...form} />
      ) : (
        <KindChoice onChoose={(kind) => setBegun(newField(kind))} />
      )}
    </Dialog>
  );
}

function titleOf(opened: ContentField | null, begun: ContentField | null): string {
  if (opened) return `Change “${opened.label}”`;
  return begun ? `New field: ${kindFacts[begun.kind].name}` : "What kind of field?";
}
