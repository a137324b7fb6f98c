"use client";

import { PageBroke } from "@/components/portal/page-broke.tsx";

/** The frame itself could not be made. */
export default function PortalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="main" className="page py-24">
      <PageBroke digest={error.digest} />
    </main>
  );
}
