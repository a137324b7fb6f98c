"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface EnterCmsProps {
  slug: string;
  enter: (input: { slug: string }) => Promise<ActionResult<{ url: string }>>;
  variant?: "primary" | "secondary";
}

/** Asks for a link into the CMS when it is pressed and follows it at once: no page ever holds one. */
export function EnterCms({ slug, enter, variant = "primary" }: EnterCmsProps) {
  const [isBusy, setBusy] = useState(false);

  async function open(): Promise<void> {
    setBusy(true);
    const result = await enter({ slug }).catch(() => unreached);
    if (result.ok) return window.location.assign(result.data.url);
    setBusy(false);
    toast.error(`${result.error.message} ${result.error.remedy}`);
  }

  return (
    <Button variant={variant} busy={isBusy} onClick={() => void open()}>
      Open your CMS
    </Button>
  );
}
