import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { Message } from "@/components/message.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { mayEdit } from "@/features/pages/access.ts";
import { type Page, pageQuery } from "@/features/pages/api.ts";
import { Editor } from "@/features/pages/editor/editor.tsx";
import { ReadOnlyPage } from "@/features/pages/editor/read-only-page.tsx";
import { useUser } from "@/features/session/use-user.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

const route = getRouteApi("/signed-in/pages/$pageId");
const fresh = "new";

/**
 * The editor of the page in the address. A new page gets its own address with its first save; the
 * desk (what is typed, the cursor, undo) stays as it is then, and is cleared by any other move.
 */
export function EditorPage() {
  const { pageId } = route.useParams();
  const user = useUser();
  const navigate = route.useNavigate();
  const [desk, setDesk] = useState({ number: 0, address: pageId, blank: pageId === fresh });
  const [createdId, setCreatedId] = useState<string | null>(null);

  if (desk.address !== pageId) {
    const stays = createdId === pageId;
    setDesk({
      number: stays ? desk.number : desk.number + 1,
      address: pageId,
      blank: stays ? desk.blank : pageId === fresh,
    });
    if (!stays) setCreatedId(null);
  }

  const onCreated = (page: Page) => {
    setCreatedId(page.id);
    void navigate({ params: { pageId: page.id }, replace: true, ignoreBlocker: true });
  };

  if (desk.blank && !mayEdit(user, null)) return <Navigate to="/pages" replace />;
  if (desk.blank) return <Editor key={desk.number} initial={null} onCreated={onCreated} />;
  return <ExistingPage key={desk.number} pageId={pageId} />;
}

function ExistingPage({ pageId }: { pageId: string }) {
  const page = useQuery(pageQuery(pageId));
  const user = useUser();
  // Decided once: an author whose page is published meanwhile is told so when they save.
  const [opened, setOpened] = useState<"edit" | "read" | null>(null);
  if (page.data && opened === null) setOpened(mayEdit(user, page.data) ? "edit" : "read");
  if (page.data && opened) {
    return opened === "edit" ? <Editor initial={page.data} /> : <ReadOnlyPage page={page.data} />;
  }
  return (
    <main className="px-6 py-16 sm:px-10">
      {page.isPending && (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          Opening the page…
        </p>
      )}
      {page.isError && (
        <Message
          title={gone(page.error) ? "This page is gone" : "The page could not be opened"}
          heading="h1"
          announce
        >
          <p>{gone(page.error) ? "It was deleted, or never existed." : messageOf(page.error)}</p>
          <div className="flex flex-wrap gap-3">
            {!gone(page.error) && (
              <Button variant="primary" busy={page.isFetching} onClick={() => void page.refetch()}>
                Try again
              </Button>
            )}
            <Link to="/pages" className={buttonVariants()}>
              All pages
            </Link>
          </div>
        </Message>
      )}
    </main>
  );
}

function gone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 422);
}
