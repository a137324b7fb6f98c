"use client";

import { useEffect, useRef, useState } from "react";
import { followStream } from "@/components/portal/follow-stream.ts";
import { byTime, type LogLine } from "@/lib/domain/log-line.ts";

/** Lines a page holds; older ones are in the download. */
const mostLines = 2_000;

export type LogConnection = "connecting" | "live" | "stopped" | "away" | "lost";

interface ServiceState {
  readonly service: string;
  readonly state: "read" | "stopped" | "away";
}

/**
 * Follows a log. While it is paused, lines gather out of sight and come with the next of them.
 */
export function useLogStream(
  url: string,
  isPaused: boolean,
): { lines: readonly LogLine[]; waiting: number; connection: LogConnection } {
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [connection, setConnection] = useState<LogConnection>("connecting");
  const held = useRef<LogLine[]>([]);
  const paused = useRef(isPaused);

  useEffect(() => {
    paused.current = isPaused;
    if (isPaused) return;
    const gathered = held.current;
    held.current = [];
    setWaiting(0);
    if (gathered.length > 0) setLines((known) => merge(known, gathered));
  }, [isPaused]);

  useEffect(() => {
    const states = new Map<string, ServiceState["state"]>();
    const stream = followStream(
      url,
      {
        lines(data) {
          const news = JSON.parse(data) as LogLine[];
          if (!paused.current) return setLines((known) => merge(known, news));
          held.current = [...held.current, ...news].slice(-mostLines);
          setWaiting(held.current.length);
        },
        state(data) {
          const { service, state } = JSON.parse(data) as ServiceState;
          states.set(service, state);
          setConnection(overall([...states.values()]));
        },
        end: () => window.location.reload(),
      },
      () => {
        states.clear();
        setConnection("lost");
      },
    );
    return () => stream.close();
  }, [url]);

  return { lines, waiting, connection };
}

function overall(states: readonly ServiceState["state"][]): LogConnection {
  if (states.includes("away")) return "away";
  return states.includes("read") ? "live" : "stopped";
}

/** After a lost connection lines may come twice. */
function merge(known: readonly LogLine[], news: readonly LogLine[]): readonly LogLine[] {
  const last = known.at(-1);
  const fresh = news.filter((line) => !last || byTime(line, last) > 0 || !known.some((old) => isSame(old, line)));
  const isInOrder = !last || fresh.every((line) => byTime(line, last) >= 0);
  const all = [...known, ...fresh];
  return (isInOrder ? all : all.sort(byTime)).slice(-mostLines);
}

const isSame = (a: LogLine, b: LogLine): boolean => a.time === b.time && a.service === b.service && a.text === b.text;
