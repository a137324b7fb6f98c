import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { type Person, removePerson } from "@/features/people/api.ts";

type RemoveDialogProps = {
  person: Person | null;
  onClose: () => void;
  onRemoved: (person: Person) => void;
};

export function RemoveDialog({ person, onClose, onRemoved }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      open={person !== null}
      onClose={onClose}
      title={`Remove ${person?.name ?? ""}?`}
      description="They are signed out everywhere at once. The pages they wrote stay."
      confirm="Remove"
      run={async () => {
        if (!person) return;
        await removePerson(person.id);
        toast.success(`${person.name} has no access any more`);
        onRemoved(person);
      }}
    />
  );
}
