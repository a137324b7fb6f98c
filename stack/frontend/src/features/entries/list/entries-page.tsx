import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { listLink, newEntryLink } from "@/features/entries/links.ts";
import { EntryFilters } from "@/features/entries/list/entry-filters.tsx";
import { EntryRowsLoading } from "@/features/entries/list/entry-row.tsx";
import { FlatRows } from "@/features/entries/list/flat-rows.tsx";
import { isNarrowed, type ListSearch } from "@/features/entries/list/list-search.ts";
import { TreeRows } from "@/features/entries/list/tree-rows.tsx";
import { allPagesQuery, entryListQuery } from "@/features/entries/queries.ts";
import { useMay } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import type { ContentType } from "@/features/types/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

type EntriesPageProps = {
  type: ContentType;
  search: ListSearch;
  onChange: (change: (search: ListSearch) => ListSearch) => void;
};

/** Everything of one type: pages as the tree they are, anything else the newest first. */
export function EntriesPage({ type, search, onChange }: EntriesPageProps) {
  const { data: site } = useQuery(siteQuery);
  const narrowed = isNarrowed(search);
  const inTree = type.tree && !narrowed;
  const tree = useQuery({ ...allPagesQuery, enabled: inTree });
  const list = useInfiniteQuery({
    ...entryListQuery({ type: type.key, ...search }),
    enabled: !inTree,
  });
  useDocumentTitle(type.plural, site?.title ?? "");

  const query = inTree ? tree : list;
  const entries = inTree
    ? (tree.data ?? [])
    : (list.data?.pages.flatMap(({ items }) => items) ?? []);
  const blank = !narrowed && query.isSuccess && entries.length === 0;
  const what = type.plural.toLowerCase();
  const homePageId = site?.homePageId ?? null;

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={type.plural}>{!blank && <NewLink type={type} />}</PageHeader>
      {!blank && <EntryFilters type={type} search={search} onChange={onChange} />}
      {query.isPending ? (
        <EntryRowsLoading what={what} />
      ) : query.isError && entries.length === 0 ? (
        <div className="mt-12">
          <Message title={`The ${what} could not be loaded`} announce>
            <p>{messageOf(query.error)}</p>
            <Button variant="primary" busy={query.isFetching} onClick={() => void query.refetch()}>
              Try again
            </Button>
          </Message>
        </div>
      ) : entries.length === 0 ? (
        <Empty type={type} search={search} />
      ) : inTree ? (
        <TreeRows pages={entries} homePageId={homePageId} />
      ) : (
        <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")}>
          <FlatRows
            // Another list: what was chosen in the one before is not meant.
            key={JSON.stringify(search)}
            type={type}
            entries={entries}
            more={list.hasNextPage}
            homePageId={homePageId}
          />
          {list.hasNextPage && (
            <Button
              className="mt-6"
              busy={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Empty({ type, search }: { type: ContentType; search: ListSearch }) {
  const writes = useMay("pages.write");
  const one = type.name.toLowerCase();
  if (!isNarrowed(search)) {
    return (
      <div className="mt-10 border-ink border-t pt-10" role="status">
        <Message title={writes ? `Write the first ${one}` : `No ${type.plural.toLowerCase()} yet`}>
          <p className="text-muted">
            {writes
              ? "It stays a draft that only you and your colleagues can see until it is published."
              : "They appear here as soon as somebody writes one."}
          </p>
          <NewLink type={type} />
        </Message>
      </div>
    );
  }
  return (
    <div className="mt-12" role="status">
      <Message title="Nothing matches">
        <p className="text-muted">
          {search.q
            ? `Nothing found for “${search.q}”.`
            : `There are no ${type.plural.toLowerCase()} like that.`}
        </p>
        <Link {...listLink(type.key)} search={{}} className={buttonVariants()}>
          Show all {type.plural.toLowerCase()}
        </Link>
      </Message>
    </div>
  );
}

function NewLink({ type }: { type: ContentType }) {
  if (!useMay("pages.write")) return null;
  return (
    <Link {...newEntryLink(type.key)} className={buttonVariants({ variant: "primary" })}>
      <Plus aria-hidden />
      New {type.name.toLowerCase()}
    </Link>
  );
}
