"use client";

import { Download, Pause, Play } from "lucide-react";
import Link from "next/link";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { tabListStyle, tabStyle } from "@/components/ui/tab-style.ts";
import type { LogLine, LogService } from "@/lib/domain/log-line.ts";
import { useLogStream } from "./use-log-stream.ts";

const services: readonly { readonly id: LogService | null; readonly name: string }[] = [
  { id: null, name: "All" },
  { id: "web", name: "Website" },
  { id: "api", name: "CMS" },
  { id: "db", name: "Database" },
];
const nameOf = (service: string): string => services.find(({ id }) => id === service)?.name ?? service;

/** What a stack's services write, as they write it. */
export function LogViewer({ slug, service }: { slug: string; service: LogService | null }) {
  const query = service === null ? "" : `?service=${service}`;
  const base = `/api/t/${encodeURIComponent(slug)}/logs`;
  const [isPaused, setPaused] = useState(false);
  const [search, setSearch] = useState("");
  const { lines, waiting, connection } = useLogStream(`${base}/stream${query}`, isPaused);
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const shown = useMemo(
    () => (wanted === "" ? lines : lines.filter(({ text }) => text.toLowerCase().includes(wanted))),
    [lines, wanted],
  );

  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h2 className="text-2xl">What it writes</h2>
        <nav aria-label="Part" className={tabListStyle}>
          {services.map(({ id, name }) => (
            <Link
              key={name}
              href={`/t/${slug}/logs${id === null ? "" : `?service=${id}`}`}
              prefetch={false}
              scroll={false}
              aria-current={id === service ? "page" : undefined}
              className={tabStyle}
            >
              {name}
            </Link>
          ))}
        </nav>
      </div>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Input
          type="search"
          aria-label="Show only lines with"
          placeholder="Show only lines with …"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className="max-w-sm min-w-0 flex-1 basis-56"
        />
        <Button variant="secondary" onClick={() => setPaused(!isPaused)} aria-pressed={isPaused}>
          {isPaused ? <Play aria-hidden="true" className="size-4" /> : <Pause aria-hidden="true" className="size-4" />}
          {isPaused ? "Go on" : "Pause"}
        </Button>
        <a href={`${base}/download${query}`} download className={buttonStyle({ variant: "secondary" })}>
          <Download aria-hidden="true" className="size-4" />
          Download
        </a>
        <p role="status" className="caption ml-auto tabular-nums">
          {isPaused ? `Paused, ${waiting} new` : connectionWords[connection]}
        </p>
      </div>
      {connection === "away" && (
        <Notice tone="warn" announce="status" className="mb-4" title="The logs cannot be read at the moment">
          <p>The machine they are on does not answer. They go on here by themselves when it does.</p>
        </Notice>
      )}
      {connection === "stopped" && (
        <Notice announce="status" className="mb-4" title="Nothing runs at the moment">
          <p>What was written before is shown as far as it is kept. New lines come when it starts.</p>
        </Notice>
      )}
      <Lines lines={shown} follow={!isPaused} withService={service === null} />
      <p className="caption mt-2 tabular-nums">
        {wanted === "" ? `${shown.length} lines` : `${shown.length} of ${lines.length} lines`}, times in UTC
      </p>
    </>
  );
}

const connectionWords = {
  connecting: "Connecting",
  live: "Live",
  stopped: "Nothing runs",
  away: "Not readable",
  lost: "Connecting again",
} as const;

interface LinesProps {
  lines: readonly LogLine[];
  /** Keeps the newest in sight, unless somebody scrolled up to read. */
  follow: boolean;
  withService: boolean;
}

function Lines({ lines, follow, withService }: LinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are the reason to scroll
  useEffect(() => {
    if (follow && isAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines, follow]);
  return (
    <div
      ref={box}
      role="log"
      aria-live="off"
      aria-label="Log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
      className="h-[28rem] overflow-y-auto overscroll-contain border border-rule bg-paper-sunken p-3 font-mono text-[0.8125rem] leading-5"
    >
      {lines.length === 0 && <p className="font-body text-ink-muted">No lines here yet.</p>}
      {lines.map((line) => (
        <p key={`${line.time}${line.service}${line.text}`} className="wrap-anywhere whitespace-pre-wrap">
          <span className="text-ink-muted">
            {line.time.slice(11, 23).padEnd(12, "0")} {withService && `${nameOf(line.service).padEnd(8)} `}
          </span>
          {line.text}
        </p>
      ))}
    </div>
  );
}
