"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button.tsx";

interface Props {
  error: Error & { digest?: string };
}

/** Something broke while a page was being made. A database that went away has its own page: ask for it. */
export default function AdminError({ error }: Props) {
  const isDatabaseAway = error.digest === "control_database_away" || error.digest === "not_up";
  useEffect(() => {
    if (!isDatabaseAway) return;
    const timer = setTimeout(() => window.location.reload(), 1_000);
    return () => clearTimeout(timer);
  }, [isDatabaseAway]);

  return (
    <main id="main" className="page py-24">
      <h1 className="text-5xl">{isDatabaseAway ? "The control database is away" : "This page broke"}</h1>
      <p className="mt-6 mb-8 max-w-md text-lg text-ink-muted">
        {isDatabaseAway
          ? "Clients’ sites go on answering. This page comes back by itself."
          : "The fault is ours, and the log has it. Clients’ sites are not affected."}
      </p>
      {!isDatabaseAway && <Button onClick={() => window.location.reload()}>Try again</Button>}
      {error.digest && !isDatabaseAway && <p className="caption mt-8">Reference for the log: {error.digest}</p>}
    </main>
  );
}
