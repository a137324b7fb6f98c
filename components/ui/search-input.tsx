import { Input } from "@base-ui/react/input";
import { Search } from "lucide-react";
import type { ComponentProps } from "react";

type SearchInputProps = Omit<ComponentProps<typeof Input>, "type" | "className"> & { label: string };

export function SearchInput({ label, ...props }: SearchInputProps) {
  return (
    <label className="relative block w-full sm:w-80">
      <span className="sr-only">{label}</span>
      <Search aria-hidden="true" strokeWidth={1.5} className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-ink-muted" />
      <Input
        type="search"
        placeholder={label}
        className="min-h-11 w-full rounded-base border border-rule-strong bg-paper-raised pr-3 pl-10 placeholder:text-ink-muted"
        {...props}
      />
    </label>
  );
}
