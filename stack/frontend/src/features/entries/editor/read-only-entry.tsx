import { Link } from "@tanstack/react-router";
import { ArrowLeft, ArrowUpRight } from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { Preview } from "@/features/entries/editor/preview.tsx";
import type { Entry } from "@/features/entries/entry.ts";
import { listLink } from "@/features/entries/links.ts";
import { StatusBadge } from "@/features/entries/list/status-badge.tsx";
import { FieldsForm } from "@/features/fields/fields-form.tsx";
import type { ContentType } from "@/features/types/api.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

type ReadOnlyEntryProps = { type: ContentType; entry: Entry };

/** An entry for those who may read it here but not change it. */
export function ReadOnlyEntry({ type, entry }: ReadOnlyEntryProps) {
  useDocumentTitle(entry.title, type.plural);
  return (
    <div className="flex flex-1 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-b px-3 py-2 sm:px-5 lg:h-16">
        <Link {...listLink(type.key)} className={buttonVariants({ variant: "quiet" })}>
          <ArrowLeft aria-hidden />
          {type.plural}
        </Link>
        <StatusBadge entry={entry} />
        <p className="text-muted text-sm">You can read this; your role does not change it.</p>
        {entry.publishedPath && (
          <a
            href={entry.publishedPath}
            target="_blank"
            rel="noreferrer"
            className={`${buttonVariants({ variant: "quiet" })} ml-auto`}
          >
            View on the site
            <ArrowUpRight aria-hidden />
            <span className="sr-only">(opens in a new tab)</span>
          </a>
        )}
      </header>
      <main id="main" tabIndex={-1} className="px-5 outline-none sm:px-10">
        <h1 className={type.document ? "sr-only" : "mx-auto max-w-2xl pt-12 font-display text-5xl"}>
          {entry.title}
        </h1>
        <div className="mx-auto grid max-w-2xl gap-10 pt-8 pb-24 lg:pt-12">
          {type.document && (
            <div>
              <Preview fields={entry} />
            </div>
          )}
          {type.fields.length > 0 && (
            <FieldsForm readOnly fields={type.fields} value={entry.data} onChange={() => {}} />
          )}
        </div>
      </main>
    </div>
  );
}
