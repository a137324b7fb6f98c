import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { QueryState } from "@/components/query-state.tsx";
import { choicesQuery, designQuery } from "@/features/design/api.ts";
import { Designer } from "@/features/design/designer.tsx";
import { siteQuery } from "@/features/site/api.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

/** The designer has the whole window, for the site is shown in it. */
export function DesignPage() {
  const design = useQuery(designQuery);
  const choices = useQuery(choicesQuery);
  const site = useQuery(siteQuery);
  const queryClient = useQueryClient();
  const [desk, setDesk] = useState(0);
  useDocumentTitle("Design", site.data?.title ?? "");
  const reload = async () => {
    await queryClient.refetchQueries({ queryKey: designQuery.queryKey });
    setDesk((number) => number + 1);
  };
  if (design.data && choices.data && site.data) {
    return (
      <Designer
        key={desk}
        initial={design.data}
        choices={choices.data}
        site={site.data}
        onReload={() => void reload()}
      />
    );
  }
  return (
    <main className="px-6 py-16 sm:px-10">
      <QueryState query={design} what="design">
        {() => (
          <QueryState query={choices} what="themes">
            {() => (
              <QueryState query={site} what="settings">
                {() => null}
              </QueryState>
            )}
          </QueryState>
        )}
      </QueryState>
    </main>
  );
}
