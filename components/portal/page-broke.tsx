"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button.tsx";

/**
 * Says that a page could not be made, which is not the same as there being nothing on it. A database
 * that went away has its own page: this one asks for it.
 */
export function PageBroke({ digest }: { digest: string | undefined }) {
  const isDatabaseAway = digest === "control_database_away" || digest === "not_up";
  useEffect(() => {
    if (!isDatabaseAway) return;
    const timer = setTimeout(() => window.location.reload(), 1_000);
    return () => clearTimeout(timer);
  }, [isDatabaseAway]);

  return (
    <>
      <h1 className="text-5xl">{isDatabaseAway ? "The control database is away" : "This page broke"}</h1>
      <p className="mt-6 mb-8 max-w-md text-lg text-ink-muted">
        {isDatabaseAway
          ? "Clients’ sites go on answering. This page comes back by itself."
          : "The fault is ours, and the log has it. Clients’ sites are not affected."}
      </p>
      {!isDatabaseAway && <Button onClick={() => window.location.reload()}>Try again</Button>}
      {digest && !isDatabaseAway && <p className="caption mt-8">Reference for the log: {digest}</p>}
    </>
  );
}
