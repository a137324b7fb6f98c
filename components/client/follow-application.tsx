"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followStream } from "@/components/portal/follow-stream.ts";

const pollMs = 5_000;

/**
 * Keeps the page of an application current: asks the server for it again when the stream says so, and
 * every few seconds while there is no stream.
 * @param known the state that the page shows
 */
export function FollowApplication({ id, known }: { readonly id: string; readonly known: string }) {
  const router = useRouter();
  useEffect(() => {
    const stream = followStream(`/api/applications/${id}/stream`, {
      state(data) {
        const { status, tenantSlug, isDelayed } = JSON.parse(data);
        if (`${status} ${tenantSlug} ${isDelayed}` !== known) router.refresh();
      },
      end() {
        stream.close();
        router.refresh();
      },
    });
    const poll = setInterval(() => {
      if (!stream.isOpen && !document.hidden) router.refresh();
    }, pollMs);
    return () => {
      stream.close();
      clearInterval(poll);
    };
  }, [id, known, router]);
  return null;
}
