import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useCallback } from "react";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import {
  type PageFilter,
  type PageList,
  type PageSummary,
  pageListQuery,
} from "@/features/pages/api.ts";
import { PageFilters } from "@/features/pages/list/page-filters.tsx";
import { PageRows, PageRowsLoading } from "@/features/pages/list/page-rows.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

const route = getRouteApi("/signed-in/shell/pages");

export function PagesPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data: site } = useQuery(siteQuery);
  const list = useInfiniteQuery(pageListQuery(filter));
  const narrowed = Boolean(filter.q || filter.status);
  const blank = !narrowed && list.isSuccess && itemsOf(list.data).length === 0;
  useDocumentTitle("Pages", site?.title ?? "");

  const search = useCallback(
    (q: string) =>
      void navigate({ search: (previous) => ({ ...previous, q: q || undefined }), replace: true }),
    [navigate],
  );

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Pages">{!blank && <NewPageLink />}</PageHeader>
      {!blank && <PageFilters filter={filter} onSearch={search} />}
      <Results list={list} filter={filter} homePageId={site?.homePageId ?? null} />
    </div>
  );
}

type ResultsProps = {
  list: UseInfiniteQueryResult<InfiniteData<PageList>>;
  filter: PageFilter;
  homePageId: string | null;
};

function Results({ list, filter, homePageId }: ResultsProps) {
  const pages = itemsOf(list.data);

  if (list.isPending) return <PageRowsLoading />;
  if (list.isError && pages.length === 0) {
    return (
      <div className="mt-12">
        <Message title="The pages could not be loaded" announce>
          <p>{messageOf(list.error)}</p>
          <Button variant="primary" busy={list.isFetching} onClick={() => void list.refetch()}>
            Try again
          </Button>
        </Message>
      </div>
    );
  }
  if (pages.length === 0) return <Empty filter={filter} />;
  return (
    <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")}>
      <p role="status" className="sr-only">
        {pages.length} {pages.length === 1 ? "page" : "pages"}
        {list.hasNextPage && ", and more"}
      </p>
      <PageRows pages={pages} homePageId={homePageId} />
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
  );
}

function Empty({ filter }: { filter: PageFilter }) {
  const writes = useMay("pages.write");
  if (!filter.q && !filter.status) {
    return (
      <div className="mt-10 border-ink border-t pt-10" role="status">
        <Message title={writes ? "Write the first page" : "No pages yet"}>
          <p className="text-muted">
            {writes
              ? "It stays a draft that only you can see until it is published."
              : "Pages appear here as soon as somebody writes one."}
          </p>
          <NewPageLink />
        </Message>
      </div>
    );
  }
  return (
    <div className="mt-12" role="status">
      <Message title="No page matches">
        <p className="text-muted">
          {filter.q ? `Nothing found for “${filter.q}”.` : "There are no pages like that."}
        </p>
        <Link to="/pages" search={{}} className={buttonVariants()}>
          Show all pages
        </Link>
      </Message>
    </div>
  );
}

function NewPageLink() {
  if (!useMay("pages.write")) return null;
  return (
    <Link
      to="/pages/$pageId"
      params={{ pageId: "new" }}
      className={buttonVariants({ variant: "primary" })}
    >
      <Plus aria-hidden />
      New page
    </Link>
  );
}

function itemsOf(data: InfiniteData<PageList> | undefined): PageSummary[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}
