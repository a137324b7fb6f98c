"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

const typingPauseMs = 200;

interface FleetSearchBoxProps {
  /** What the address searches for. */
  text: string;
  maxLength: number;
}

/** Searches while one types; without scripts it is a form like any other. */
export function FleetSearchBox({ text, maxLength }: FleetSearchBoxProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(text);
  const [isPending, startTransition] = useTransition();
  const asked = useRef(text);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by other means, such as “back” or “show all”.
  useEffect(() => {
    if (text === asked.current) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(pause.current), []);

  function search(value: string): void {
    setTyped(value);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      asked.current = value.trim();
      const url = new URL(window.location.href);
      url.searchParams.delete("page");
      if (asked.current) url.searchParams.set("q", asked.current);
      else url.searchParams.delete("q");
      startTransition(() => router.replace(`${url.pathname}${url.search}`, { scroll: false }));
    }, typingPauseMs);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the form itself is the landmark; <search> would only wrap it
    <form
      action="/admin"
      role="search"
      aria-busy={isPending}
      className="w-full sm:w-96"
      onSubmit={(event) => event.preventDefault()}
    >
      <label className="relative block">
        <span className="sr-only">Search clients</span>
        <Search
          aria-hidden="true"
          strokeWidth={1.5}
          className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-ink-muted"
        />
        <input
          type="search"
          name="q"
          value={typed}
          maxLength={maxLength}
          placeholder="Search clients"
          autoComplete="off"
          onChange={(event) => search(event.currentTarget.value)}
          className="min-h-11 w-full rounded-base border border-rule-strong bg-paper-raised pr-3 pl-10 placeholder:text-ink-muted"
        />
      </label>
    </form>
  );
}
