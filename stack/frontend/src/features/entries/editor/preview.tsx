import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MouseEvent } from "react";
import { storedIn } from "@/features/blocks/block.ts";
import { PagePreview } from "@/features/blocks/page-preview.tsx";
import { renderPreview } from "@/features/entries/api.ts";
import { documentOf } from "@/features/entries/document-data.ts";
import type { EntryFields } from "@/features/entries/entry.ts";
import { entriesKey } from "@/features/entries/queries.ts";
import { isSignedOut, messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** Milliseconds after the last keystroke until the preview follows. */
const pause = 300;

type PreviewProps = { fields: Pick<EntryFields, "title" | "data"> };

/** A page or post as its readers will see it, rendered by the server. */
export function Preview({ fields }: PreviewProps) {
  const { title, data } = fields;
  if (storedIn(data.blocks).length === 0) return <TextPreview fields={fields} />;
  return <PagePreview title={title} data={data} />;
}

/** Title, picture and text, as quickly as they are typed. */
function TextPreview({ fields }: PreviewProps) {
  const { title, data } = fields;
  const { body, bodyFormat, summary, cover, coverAlt } = documentOf(data);
  const settled = useDebounced(body, pause);
  const preview = useQuery({
    queryKey: [...entriesKey, "preview", bodyFormat, settled],
    queryFn: ({ signal }) => renderPreview({ title, body: settled, bodyFormat }, signal),
    enabled: settled.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const html = settled.trim() === "" ? "" : (preview.data ?? "");

  return (
    <>
      {preview.isError && (
        <p role="status" className="mb-4 border-warn border-l-2 pl-3 text-sm text-warn">
          The preview is behind. {reason(preview.error)}
        </p>
      )}
      <p className="font-display text-4xl leading-[1.15] [overflow-wrap:anywhere] lg:text-5xl">
        {title || <span className="text-muted">Title</span>}
      </p>
      {summary && <p className="mt-4 text-lg text-muted leading-snug">{summary}</p>}
      {/^(https:\/\/|\/(?!\/))/.test(cover) && (
        <img
          src={cover}
          alt={coverAlt}
          className="mt-6 aspect-video w-full rounded bg-sunken object-cover"
        />
      )}
      {html === "" ? (
        <p className="mt-8 text-muted">What you write appears here.</p>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link inside arrives as a click
        <article
          className="prose mt-8"
          onClick={openElsewhere}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitises it, and shows the very same HTML to the public
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
    </>
  );
}

function reason(error: unknown): string {
  return isSignedOut(error)
    ? "You are signed out; saving will ask you to sign in."
    : messageOf(error);
}

/** A link that is tried out must not take the writer away from the text. */
function openElsewhere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener,noreferrer");
}
