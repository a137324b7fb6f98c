import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { SearchInput } from "@/components/search-input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { listLink } from "@/features/entries/links.ts";
import type { ListSearch } from "@/features/entries/list/list-search.ts";
import { peopleQuery } from "@/features/people/api.ts";
import { useMay, useUser } from "@/features/session/use-user.ts";
import { countedTermsQuery } from "@/features/terms/api.ts";
import { TermOptions } from "@/features/terms/term-options.tsx";
import type { ContentType } from "@/features/types/api.ts";

const choices = [
  { status: undefined, label: "All" },
  { status: "published", label: "Published" },
  { status: "changed", label: "With changes" },
  { status: "in_review", label: "In review" },
  { status: "draft", label: "Drafts" },
  { status: "scheduled", label: "Scheduled" },
] as const;

type EntryFiltersProps = {
  type: ContentType;
  search: ListSearch;
  onChange: (change: (search: ListSearch) => ListSearch) => void;
};

/** Narrows a list by status, words, category and author; all of it stands in the address. */
export function EntryFilters({ type, search, onChange }: EntryFiltersProps) {
  const onSearch = useCallback(
    (q: string) => onChange((previous) => ({ ...previous, q: q || undefined })),
    [onChange],
  );
  return (
    <div className="mt-8">
      <nav
        aria-label="Filter by status"
        className="flex gap-x-6 overflow-x-auto overflow-y-hidden border-ink border-b"
      >
        {choices.map(({ status, label }) => (
          <Link
            key={label}
            {...listLink(type.key)}
            search={{ ...search, status }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={search.status === status ? "page" : undefined}
            className="shrink-0 border-transparent border-b-2 pt-2 pb-2.5 text-muted hover:text-ink aria-[current=page]:border-green aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="mt-4 flex flex-wrap gap-x-4 gap-y-3 *:mb-0">
        <SearchInput
          label={`Search ${type.plural.toLowerCase()}`}
          value={search.q ?? ""}
          onChange={onSearch}
        />
        {type.key === "post" && (
          <TermFilter
            value={search.term}
            onChange={(term) => onChange((previous) => ({ ...previous, term }))}
          />
        )}
        <AuthorFilter
          value={search.author}
          onChange={(author) => onChange((previous) => ({ ...previous, author }))}
        />
      </div>
    </div>
  );
}

type ChoiceProps = { value: string | undefined; onChange: (value: string | undefined) => void };

function TermFilter({ value, onChange }: ChoiceProps) {
  const { data: terms = [] } = useQuery(countedTermsQuery);
  if (terms.length === 0 && !value) return null;
  return (
    <div className="w-full sm:w-48">
      <Select
        aria-label="Category or tag"
        className="h-10"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">Everything</option>
        {(["category", "tag"] as const).map((kind) => (
          <optgroup key={kind} label={kind === "category" ? "Categories" : "Tags"}>
            <TermOptions terms={terms.filter((term) => term.kind === kind)} />
          </optgroup>
        ))}
      </Select>
    </div>
  );
}

/** Those who may not see who the people are can still ask for their own. */
function AuthorFilter({ value, onChange }: ChoiceProps) {
  const me = useUser();
  const sees = useMay("people.read");
  const { data: people } = useQuery({ ...peopleQuery, enabled: sees });
  const others = (people ?? []).filter(({ id }) => id !== me.id);
  return (
    <div className="w-full sm:w-48">
      <Select
        aria-label="Author"
        className="h-10"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">By anybody</option>
        <option value={me.id}>By me</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            By {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
