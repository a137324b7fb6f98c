"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface CloseAccountProps {
  slug: string;
  name: string;
  days: number;
  close: (input: { slug: string; typed: string }) => Promise<ActionResult>;
}

export function CloseAccount({ slug, name, days, close }: CloseAccountProps) {
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Close the account</Button>}
      title={`Close ${name}?`}
      description={`Site and CMS stop at once. For ${days} days you can take it back; after that everything is deleted.`}
      confirm="Close the account"
      tone="danger"
      typeToConfirm={slug}
      onConfirm={async () => {
        const result = await close({ slug, typed: slug });
        if (result.ok) toast.success(`Closed. You have ${days} days to take it back.`);
        return result;
      }}
    />
  );
}

interface ReopenAccountProps {
  slug: string;
  reopen: (input: { slug: string }) => Promise<ActionResult>;
}

export function ReopenAccount({ slug, reopen }: ReopenAccountProps) {
  const [isPending, startTransition] = useTransition();
  return (
    <Button
      busy={isPending}
      onClick={() =>
        startTransition(async () => {
          const result = await reopen({ slug }).catch(() => unreached);
          if (result.ok) toast.success("The account is open again");
          else toast.error(`${result.error.message} ${result.error.remedy}`);
        })
      }
    >
      Take the closing back
    </Button>
  );
}
