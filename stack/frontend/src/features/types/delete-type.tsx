import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { type ContentType, deleteType, typesKey } from "@/features/types/api.ts";

/** A type goes once nothing of it is left. */
export function DeleteType({ type }: { type: ContentType }) {
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { key, plural, entries } = type;
  return (
    <section className="mt-14 border-rule border-t pt-8">
      <h2 className="font-display text-2xl">Delete this type</h2>
      <p className="mt-2 max-w-2xl text-muted">
        {entries === 0
          ? "Nothing is written of it. Its fields go with it; references to it are left without a type."
          : `There ${entries === 1 ? "is 1 entry" : `are ${entries} entries`} of it, drafts included. Delete ${entries === 1 ? "it" : "them"} first.`}
      </p>
      <Button className="mt-4 text-bad" disabled={entries > 0} onClick={() => setAsked(true)}>
        Delete the type
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Delete the type “${plural}”?`}
        description="Its fields are gone for good; programs that ask for it find nothing any more."
        confirm="Delete the type"
        run={async () => {
          await deleteType(key);
          await navigate({ to: "/types" });
          toast.success(`The type “${plural}” is deleted`);
          await queryClient.invalidateQueries({ queryKey: [...typesKey, "list"] });
        }}
      />
    </section>
  );
}
