import { useRouter } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/input.tsx";
import { useShortcut } from "@/lib/shortcuts.ts";

/** Milliseconds of quiet after which a search starts. */
const pause = 250;

type SearchInputProps = { label: string; value: string; onChange: (value: string) => void };

/** A field that searches once nobody has typed for a moment; the key / leads to it. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [here] = useState(router.latestLocation.pathname);
  useShortcut("/", () => input.current?.focus());

  // The address changed by itself (back, a link): follow it.
  if (value !== shown) {
    setShown(value);
    if (value !== typed.trim()) setTyped(value);
  }

  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => {
      // Whoever has followed a link meanwhile is not called back.
      if (router.latestLocation.pathname === here) onChange(typed.trim());
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange, router, here]);

  return (
    <search className="relative mb-3 w-full sm:w-72">
      <Search aria-hidden className="absolute top-3 left-3 size-4 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
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
