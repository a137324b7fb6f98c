import { Link } from "@tanstack/react-router";
import { SearchInput } from "@/components/search-input.tsx";
import type { PageFilter } from "@/features/pages/api.ts";

const choices = [
  { status: undefined, label: "All" },
  { status: "published", label: "Published" },
  { status: "changed", label: "With changes" },
  { status: "in_review", label: "In review" },
  { status: "draft", label: "Drafts" },
] as const;

type PageFiltersProps = { filter: PageFilter; onSearch: (q: string) => void };

export function PageFilters({ filter, onSearch }: PageFiltersProps) {
  return (
    <div className="mt-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-ink border-b">
      <nav aria-label="Filter by status" className="-mb-px flex flex-wrap gap-x-6">
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
      <SearchInput label="Search pages" value={filter.q ?? ""} onChange={onSearch} />
    </div>
  );
}
