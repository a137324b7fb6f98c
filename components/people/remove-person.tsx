"use client";

import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface RemovePersonProps<T> {
  who: string;
  /** What is asked first. */
  title: string;
  description: string;
  remove: () => Promise<ActionResult<T>>;
  /** Says that it is done. @param text what was done */
  onDone?: (text: string, data: T) => void;
}

/** Takes somebody off the list. */
export function RemovePerson<T>(props: RemovePersonProps<T>) {
  const { who, title, description, remove, onDone = (text) => toast.success(text) } = props;
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" aria-label={`Remove ${who}`}>
          Remove
        </Button>
      }
      title={title}
      description={description}
      confirm="Remove"
      tone="danger"
      onConfirm={async () => {
        const result = await remove();
        if (result.ok) onDone(`Removed ${who}`, result.data);
        return result;
      }}
    />
  );
}
