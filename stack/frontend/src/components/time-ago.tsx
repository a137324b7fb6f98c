import { useEffect, useState } from "react";
import { fullTime, timeAgo } from "@/lib/time.ts";

/** A past moment, in words that stay true while the page is open. */
export function TimeAgo({ iso }: { iso: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={iso} title={fullTime(iso)}>
      {timeAgo(iso, now)}
    </time>
  );
}
