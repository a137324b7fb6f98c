import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { arrangeNavigation } from "@/features/entries/api.ts";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { allPagesQuery, entryListsKey } from "@/features/entries/queries.ts";
import { menuOf, moved } from "@/features/site/menu-order.ts";
import { messageOf } from "@/lib/api-error.ts";

/** The site's menu: which pages, in which order. Every step is stored as it is taken. */
export function MenuEditor({ homePageId }: { homePageId: string | null }) {
  const pages = useQuery(allPagesQuery);
  const queryClient = useQueryClient();
  const arrange = useMutation({
    mutationFn: arrangeNavigation,
    onError: (error) => toast.error(`The menu was not changed. ${messageOf(error)}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: entryListsKey }),
  });
  if (pages.isPending) return <p className="text-muted text-sm">Loading the pages…</p>;
  if (pages.isError) {
    return (
      <p className="text-bad text-sm">The pages could not be loaded. {messageOf(pages.error)}</p>
    );
  }

  const { shown, others } = menuOf(pages.data, homePageId);
  const ids = shown.map(({ id }) => id);
  const set = (next: readonly string[]) => {
    if (!arrange.isPending) arrange.mutate(next);
  };
  return (
    <div className="grid gap-6">
      <ol className="border-rule border-t">
        {shown.map((page, place) => (
          <Row key={page.id} page={page}>
            <Act label={`Move “${page.title}” up`} onClick={() => set(moved(ids, place, -1))}>
              <ArrowUp aria-hidden />
            </Act>
            <Act label={`Move “${page.title}” down`} onClick={() => set(moved(ids, place, 1))}>
              <ArrowDown aria-hidden />
            </Act>
            <Act
              label={`Take “${page.title}” out of the menu`}
              onClick={() => set(ids.filter((id) => id !== page.id))}
            >
              <X aria-hidden />
            </Act>
          </Row>
        ))}
        {shown.length === 0 && <li className="py-3 text-muted">The menu is empty.</li>}
      </ol>
      {others.length > 0 && (
        <div>
          <h3 className="font-medium text-[0.9375rem]">Not in the menu</h3>
          <ul className="mt-2 border-rule border-t">
            {others.map((page) => (
              <Row key={page.id} page={page}>
                <Act
                  label={`Put “${page.title}” into the menu`}
                  onClick={() => set([...ids, page.id])}
                >
                  <Plus aria-hidden />
                </Act>
              </Row>
            ))}
          </ul>
        </div>
      )}
      <p role="status" className="sr-only">
        {arrange.isPending ? "Saving the menu…" : arrange.isSuccess ? "Menu saved" : ""}
      </p>
    </div>
  );
}

function Row({ page, children }: { page: EntrySummary; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1 border-rule border-b py-1">
      <span className="mr-auto min-w-0 [overflow-wrap:anywhere]">
        {page.title || "Untitled"}{" "}
        {!page.published && <Badge tone="idle">Draft, not shown yet</Badge>}
      </span>
      {children}
    </li>
  );
}

type ActProps = { label: string; onClick: () => void; children: ReactNode };

function Act({ label, onClick, children }: ActProps) {
  return (
    <Button variant="quiet" size="icon" title={label} aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}
