"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface MailActionsProps {
  id: string;
  subject: string;
  recipient: string;
  /** Whether it still has a text: what a server took is not kept. */
  isReadable: boolean;
  isFailed: boolean;
  open: (input: { id: string }) => Promise<ActionResult<{ text: string }>>;
  retry: (input: { id: string }) => Promise<ActionResult>;
}

export function MailActions({ id, subject, recipient, isReadable, isFailed, open, retry }: MailActionsProps) {
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState<string | null>(null);

  function run<T>(action: () => Promise<ActionResult<T>>, then: (data: T) => void): void {
    if (isPending) return;
    startTransition(async () => {
      const result = await action().catch(() => unreached);
      if (result.ok) then(result.data);
      else toast.error(`${result.error.message} ${result.error.remedy}`);
    });
  }

  return (
    <div className="flex items-center justify-end gap-1">
      {isFailed && (
        <Button
          variant="quiet"
          size="small"
          busy={isPending}
          aria-label={`Retry “${subject}” to ${recipient}`}
          onClick={() =>
            run(
              () => retry({ id }),
              () => toast.success("It will be sent again"),
            )
          }
        >
          Retry
        </Button>
      )}
      {isReadable && (
        <Button
          variant="quiet"
          size="small"
          busy={isPending}
          aria-haspopup="dialog"
          aria-label={`Read “${subject}” to ${recipient}`}
          onClick={() =>
            run(
              () => open({ id }),
              (mail) => setText(mail.text),
            )
          }
        >
          Read
        </Button>
      )}
      <Dialog
        open={text !== null}
        onOpenChange={(isOpen) => !isOpen && setText(null)}
        title={subject}
        description={`To ${recipient}`}
        startAt="title"
        className="max-w-2xl"
      >
        <pre className="mt-5 border-t border-rule pt-5 font-body text-base whitespace-pre-wrap wrap-anywhere">
          {text}
        </pre>
      </Dialog>
    </div>
  );
}
