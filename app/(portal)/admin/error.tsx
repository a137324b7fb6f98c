"use client";

import { PageBroke } from "@/components/portal/page-broke.tsx";

/** Inside the frame: the navigation goes on working. */
export default function AdminError({ error }: { error: Error & { digest?: string } }) {
  return <PageBroke digest={error.digest} />;
}
