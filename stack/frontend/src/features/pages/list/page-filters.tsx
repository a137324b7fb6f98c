import { Link } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/input.tsx";
import type { PageFilter } from "@/features/pages/api.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

/** Milliseconds of quiet after which a search starts. */
const pause = 250;

const choices = [
  { status: undefined, label: "All" },
  { status: "published", label: "Published" },
  { status: "draft", label: "Drafts" },
] as const;

type PageFiltersProps = { filter: PageFilter; onSearch: (q: string) => void };

export function PageFilters({ filter, onSearch }: PageFiltersProps) {
  return (
    <div className="mt-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-ink border-b">
      <nav aria-label="Filter by status" className="-mb-px flex gap-6">
        {choices.map(({ status, label }) => (
          <Link
            key={label}
            to="/pages"
            search={(search) => ({ ...search, status })}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={filter.status === status ? "page" : undefined}
            className="border-transparent border-b-2 pt-2 pb-2.5 text-muted hover:text-ink aria-[current=page]:border-green aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      <SearchInput value={filter.q ?? ""} onChange={onSearch} />
    </div>
  );
}

function SearchInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", () => input.current?.focus());

  // The address changed by itself (back, a link): follow it.
  if (value !== shown) {
    setShown(value);
    if (value !== typed.trim()) setTyped(value);
  }

  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);

  return (
    <search className="relative mb-3 w-full sm:w-72">
      <Search aria-hidden className="absolute top-3 left-3 size-4 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label="Search pages"
        placeholder="Search pages"
        aria-keyshortcuts="/"
        className="h-10 pl-9"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setTyped("");
        }}
      />
    </search>
  );
}
