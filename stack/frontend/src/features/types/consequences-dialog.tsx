import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import type { ContentType } from "@/features/types/api.ts";
import type { Consequence } from "@/features/types/consequences.ts";

type ConsequencesDialogProps = {
  open: boolean;
  type: ContentType;
  consequences: readonly Consequence[];
  onClose: () => void;
  onSave: () => Promise<void>;
};

/** Says what a change means for what is written already, before it is made. */
export function ConsequencesDialog({
  open,
  type,
  consequences,
  onClose,
  onSave,
}: ConsequencesDialogProps) {
  const { entries, name, plural } = type;
  const grave = consequences.some((each) => each.grave);
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Change what ${plural.toLowerCase()} consist of?`}
      description={
        <>
          <p>
            {entries === 1
              ? `There is 1 ${name.toLowerCase()}.`
              : `There are ${entries} ${plural.toLowerCase()}.`}{" "}
            This is what it means for {entries === 1 ? "it" : "them"}:
          </p>
          <ul className="mt-3 grid list-disc gap-2 pl-5 text-ink">
            {consequences.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      }
      confirm={grave ? "Change it all the same" : "Save the type"}
      cancel="Go back"
      run={onSave}
    />
  );
}
