"use client";

import { useEffect, useState } from "react";
import { duration } from "./time.ts";

/** How long something has been going on, counting. */
export function Elapsed({ since }: { since: Date }) {
  const [now, setNow] = useState(() => since.getTime());
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 100);
    return () => clearInterval(timer);
  }, []);
  return <>{duration(Math.max(0, now - since.getTime()))}</>;
}
