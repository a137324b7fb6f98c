import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Message } from "@/components/message.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { EntriesPage } from "@/features/entries/list/entries-page.tsx";
import type { ListSearch } from "@/features/entries/list/list-search.ts";
import { type ContentType, typesQuery } from "@/features/types/api.ts";

const pages = getRouteApi("/signed-in/shell/pages");
const posts = getRouteApi("/signed-in/shell/posts");
const custom = getRouteApi("/signed-in/shell/entries/$type");

type Change = (search: ListSearch) => ListSearch;

export function PagesScreen() {
  const search = pages.useSearch();
  const navigate = pages.useNavigate();
  const onChange = (change: Change) => void navigate({ search: change, replace: true });
  return <OfType typeKey="page" search={search} onChange={onChange} />;
}

export function PostsScreen() {
  const search = posts.useSearch();
  const navigate = posts.useNavigate();
  const onChange = (change: Change) => void navigate({ search: change, replace: true });
  return <OfType typeKey="post" search={search} onChange={onChange} />;
}

export function EntriesScreen() {
  const { type } = custom.useParams();
  const search = custom.useSearch();
  const navigate = custom.useNavigate();
  const onChange = (change: Change) => void navigate({ search: change, replace: true });
  return <OfType key={type} typeKey={type} search={search} onChange={onChange} />;
}

type OfTypeProps = {
  typeKey: string;
  search: ListSearch;
  onChange: (change: Change) => void;
};

function OfType({ typeKey, ...props }: OfTypeProps) {
  const types = useQuery(typesQuery);
  const known = (all: ContentType[]) => all.find(({ key }) => key === typeKey);
  return (
    <QueryState query={types} what="content types">
      {(all) => {
        const type = known(all);
        return type ? (
          <EntriesPage type={type} {...props} />
        ) : (
          <Message title="There is no such content type" heading="h1">
            <p>It was deleted, or never existed.</p>
          </Message>
        );
      }}
    </QueryState>
  );
}
