"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { followStream } from "./follow-stream.ts";

type Connection = "connecting" | "live" | "polling";

/** A burst of changes redraws the page once a second, not once a change. Milliseconds. */
const calmMs = 1_000;
/** Ages and stale observations change without anybody announcing it. */
const slowMs = 30_000;
const pollMs = 5_000;

const words: Record<Connection, string> = {
  connecting: "Connecting",
  live: "Live",
  polling: "Looking every 5 seconds",
};

/**
 * Keeps a server-rendered page current: it asks the server for the page again whenever the fleet
 * changes, and looks by itself every few seconds while the stream is down.
 */
export function Live() {
  const router = useRouter();
  const [connection, setConnection] = useState<Connection>("connecting");

  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined;
    let lastRefresh = 0;
    let isReady = false;

    function refresh(): void {
      if (pending !== undefined || document.hidden) return;
      pending = setTimeout(
        () => {
          pending = undefined;
          lastRefresh = Date.now();
          router.refresh();
        },
        Math.max(0, lastRefresh + calmMs - Date.now()),
      );
    }

    const stream = followStream(
      "/api/admin/fleet/stream",
      {
        ready() {
          setConnection("live");
          // What happened while the stream was down was not announced.
          if (isReady) refresh();
          isReady = true;
        },
        change: refresh,
        end() {
          stream.close();
          router.refresh();
        },
      },
      () => setConnection("polling"),
    );
    const slow = setInterval(refresh, slowMs);
    const poll = setInterval(() => {
      if (!stream.isOpen) refresh();
    }, pollMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      stream.close();
      clearTimeout(pending);
      clearInterval(slow);
      clearInterval(poll);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);

  return (
    <p role="status" className="caption inline-flex items-center gap-2">
      <span
        aria-hidden="true"
        className={`size-2 rounded-full ${connection === "live" ? "bg-ok" : "border border-rule-strong"}`}
      />
      <span className="max-md:sr-only">{words[connection]}</span>
    </p>
  );
}
