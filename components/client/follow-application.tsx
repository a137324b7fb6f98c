"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pollMs = 5_000;

/**
 * Keeps the page of an application current: asks the server for it again when the stream says so, and
 * every few seconds while there is no stream.
 * @param known the state that the page shows
 */
export function FollowApplication({ id, known }: { readonly id: string; readonly known: string }) {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(`/api/applications/${id}/stream`);
    const look = ({ data }: MessageEvent<string>): void => {
      const { status, tenantSlug, isDelayed } = JSON.parse(data);
      if (`${status} ${tenantSlug} ${isDelayed}` !== known) router.refresh();
    };
    source.addEventListener("state", look);
    source.addEventListener("end", () => {
      source.close();
      router.refresh();
    });
    const poll = setInterval(() => {
      if (source.readyState !== EventSource.OPEN && !document.hidden) router.refresh();
    }, pollMs);
    return () => {
      source.close();
      clearInterval(poll);
    };
  }, [id, known, router]);
  return null;
}
