"use client";

import { useEffect, useState } from "react";

/** Whole seconds until a moment on this machine's clock, counted down. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

/** “8 s”. Silent for screen readers, who are told once how long they have. */
export function Countdown({ until }: { until: number }) {
  const left = useSecondsLeft(until);
  return (
    <span aria-hidden="true" className="tabular-nums" suppressHydrationWarning>
      {left} s
    </span>
  );
}
