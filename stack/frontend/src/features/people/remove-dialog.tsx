import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { type Person, removePerson } from "@/features/people/api.ts";
import { messageOf } from "@/lib/api-error.ts";

type RemoveDialogProps = {
  person: Person | null;
  onClose: () => void;
  onRemoved: (person: Person) => void;
};

export function RemoveDialog({ person, onClose, onRemoved }: RemoveDialogProps) {
  const remove = useMutation({
    mutationFn: (whom: Person) => removePerson(whom.id),
    onSuccess: (_, whom) => {
      toast.success(`${whom.name} has no access any more`);
      onClose();
      onRemoved(whom);
    },
  });
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <AlertDialog
      open={person !== null}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title={`Remove ${person?.name ?? ""}?`}
      description="They are signed out everywhere at once. The pages they wrote stay."
      actions={
        <>
          <Button onClick={close}>Keep</Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() => person && remove.mutate(person)}
          >
            Remove
          </Button>
        </>
      }
    >
      {remove.error && (
        <Notice tone="bad" className="mt-4">
          {messageOf(remove.error)}
        </Notice>
      )}
    </AlertDialog>
  );
}
