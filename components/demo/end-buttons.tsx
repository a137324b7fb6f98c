"use client";

import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface EndDemoProps {
  stackId: string;
  name: string;
  /** Company that asked to keep it. */
  keptFor: string | null;
  end: (input: { stackId: string }) => Promise<ActionResult>;
}

export function EndDemo({ stackId, name, keptFor, end }: EndDemoProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="small" aria-label={`End ${name}`}>
          End now
        </Button>
      }
      title={`End ${name} now?`}
      description={
        keptFor
          ? `${keptFor} asked to keep it. All that is in it is deleted for good; once approved, they would begin with a fresh site.`
          : "Its visitor is put out, and all that is in it is deleted for good."
      }
      confirm="End the demo"
      tone="danger"
      onConfirm={() => end({ stackId })}
    />
  );
}

interface RevokeLinkProps {
  id: string;
  name: string;
  revoke: (input: { id: string }) => Promise<ActionResult>;
}

export function RevokeLink({ id, name, revoke }: RevokeLinkProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="small" aria-label={`Revoke the link for ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke the link for ${name}?`}
      description="It opens nothing from now on. Demos that were opened by it go on until they end."
      confirm="Revoke"
      tone="danger"
      onConfirm={() => revoke({ id })}
    />
  );
}
