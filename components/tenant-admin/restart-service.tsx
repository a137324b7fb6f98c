"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface RestartServiceProps {
  slug: string;
  service: string;
  operate: (input: { what: "restart"; slug: string; service: string }) => Promise<ActionResult<unknown>>;
}

/** One service anew: some seconds without it, and nothing lost, so nobody is asked twice. */
export function RestartService({ slug, service, operate }: RestartServiceProps) {
  const [isBusy, setBusy] = useState(false);
  async function restart(): Promise<void> {
    setBusy(true);
    const result = await operate({ what: "restart", slug, service }).catch(() => unreached);
    setBusy(false);
    if (result.ok) toast.success(`${service} is being restarted`);
    else toast.error(result.error.message, { description: result.error.remedy });
  }
  return (
    <Button
      size="small"
      variant="secondary"
      busy={isBusy}
      aria-label={`Restart ${service}`}
      onClick={() => void restart()}
    >
      Restart
    </Button>
  );
}
