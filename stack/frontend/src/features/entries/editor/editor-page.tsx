import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Message } from "@/components/message.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { mayEdit } from "@/features/entries/access.ts";
import { Editor } from "@/features/entries/editor/editor.tsx";
import { ReadOnlyEntry } from "@/features/entries/editor/read-only-entry.tsx";
import type { Entry } from "@/features/entries/entry.ts";
import { entryLink, listLink, unsaved } from "@/features/entries/links.ts";
import { entryQuery } from "@/features/entries/queries.ts";
import { useUser } from "@/features/session/use-user.ts";
import { type ContentType, typesQuery } from "@/features/types/api.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

const page = getRouteApi("/signed-in/pages/$entryId");
const post = getRouteApi("/signed-in/posts/$entryId");
const custom = getRouteApi("/signed-in/entries/$type/$entryId");

export function PageEditor() {
  return <EditorOf typeKey="page" address={page.useParams().entryId} />;
}

export function PostEditor() {
  return <EditorOf typeKey="post" address={post.useParams().entryId} />;
}

export function EntryEditor() {
  const { type, entryId } = custom.useParams();
  return <EditorOf key={type} typeKey={type} address={entryId} />;
}

type EditorOfProps = {
  typeKey: string;
  /** The entry's id, or "new". */
  address: string;
};

/**
 * The editor of the entry in the address. A new one gets its own address with its first save; the
 * desk (what is typed, the cursor, undo) stays as it is then, and is cleared by any other move.
 */
function EditorOf({ typeKey, address }: EditorOfProps) {
  const types = useQuery({ ...typesQuery, staleTime: 60_000 });
  const user = useUser();
  const navigate = useNavigate();
  const [desk, setDesk] = useState({ number: 0, address, blank: address === unsaved });
  const [createdId, setCreatedId] = useState<string | null>(null);

  if (desk.address !== address) {
    const stays = createdId === address;
    setDesk({
      number: stays ? desk.number : desk.number + 1,
      address,
      blank: stays ? desk.blank : address === unsaved,
    });
    if (!stays) setCreatedId(null);
  }

  const onCreated = (entry: Entry) => {
    setCreatedId(entry.id);
    void navigate({ ...entryLink(entry), replace: true, ignoreBlocker: true });
  };

  const type = types.data?.find(({ key }) => key === typeKey);
  if (!type) {
    const retry = () => void types.refetch();
    if (types.isPending) return <Opening />;
    return <Missing typeKey={typeKey} error={types.error} busy={types.isFetching} retry={retry} />;
  }
  if (desk.blank && !mayEdit(user, null)) return <Navigate {...listLink(typeKey)} replace />;
  if (desk.blank) {
    return <Editor key={desk.number} type={type} initial={null} onCreated={onCreated} />;
  }
  return <ExistingEntry key={desk.number} type={type} id={address} />;
}

function ExistingEntry({ type, id }: { type: ContentType; id: string }) {
  const { data: entry, ...query } = useQuery(entryQuery(id));
  const user = useUser();
  // Decided once: an author whose entry is published meanwhile is told so when they save.
  const [opened, setOpened] = useState<"edit" | "read" | null>(null);
  if (entry && opened === null) setOpened(mayEdit(user, entry) ? "edit" : "read");
  if (entry && entry.type !== type.key) return <Navigate {...entryLink(entry)} replace />;
  if (entry && opened === "edit") return <Editor type={type} initial={entry} />;
  if (entry && opened) return <ReadOnlyEntry type={type} entry={entry} />;
  if (query.isPending) return <Opening />;
  const retry = () => void query.refetch();
  return <Missing typeKey={type.key} error={query.error} busy={query.isFetching} retry={retry} />;
}

function Opening() {
  return (
    <main className="px-6 py-16 sm:px-10">
      <p role="status" className="flex items-center gap-2 text-muted">
        <Spinner />
        Opening…
      </p>
    </main>
  );
}

type MissingProps = { typeKey: string; error: unknown; busy: boolean; retry: () => void };

/** In the place of what is gone, or could not be loaded. */
function Missing({ typeKey, error, busy, retry }: MissingProps) {
  // Without an error: all types are known and this is none of them.
  const gone =
    !error || (error instanceof ApiError && (error.status === 404 || error.status === 422));
  return (
    <main className="px-6 py-16 sm:px-10">
      <Message title={gone ? "This is gone" : "It could not be opened"} heading="h1" announce>
        <p>{gone ? "It was deleted, or never existed." : messageOf(error)}</p>
        <div className="flex flex-wrap gap-3">
          {!gone && (
            <Button variant="primary" busy={busy} onClick={retry}>
              Try again
            </Button>
          )}
          <Link {...(error ? listLink(typeKey) : { to: "/" })} className={buttonVariants()}>
            {error ? "To the list" : "To the overview"}
          </Link>
        </div>
      </Message>
    </main>
  );
}
