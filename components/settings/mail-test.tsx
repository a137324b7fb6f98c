"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionError, ActionResult } from "@/lib/domain/action-result.ts";

interface MailTestProps {
  /** Whether the last test mail still waits: then the page looks again by itself. */
  isWaiting: boolean;
  send: (input: Record<string, never>) => Promise<ActionResult>;
}

const lookAgainMs = 1_000;

export function MailTest({ isWaiting, send }: MailTestProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [failure, setFailure] = useState<ActionError | null>(null);

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => router.refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isWaiting, router]);

  return (
    <div className="grid gap-4">
      <div>
        <Button
          variant="secondary"
          busy={isPending}
          onClick={() =>
            startTransition(async () => {
              const result = await send({}).catch(() => unreached);
              setFailure(result.ok ? null : result.error);
            })
          }
        >
          Send a test mail
        </Button>
      </div>
      {failure && <FormFailure failure={failure} />}
    </div>
  );
}
