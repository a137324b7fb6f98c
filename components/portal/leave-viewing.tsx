"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

/** Ends viewing as a client and goes back to the client's page in the fleet. */
export function LeaveViewing({
  leave,
}: {
  leave: (input: Record<string, never>) => Promise<ActionResult<string | null>>;
}) {
  const [isBusy, setBusy] = useState(false);

  async function go(): Promise<void> {
    setBusy(true);
    const result: ActionResult<string | null> = await leave({}).catch(() => unreached);
    if (result.ok) return window.location.assign(result.data === null ? "/admin" : `/admin/tenants/${result.data}`);
    setBusy(false);
    toast.error(`${result.error.message} ${result.error.remedy}`);
  }

  return (
    <Button size="small" variant="secondary" busy={isBusy} onClick={() => void go()}>
      Leave
    </Button>
  );
}
