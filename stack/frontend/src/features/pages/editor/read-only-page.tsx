import { Link } from "@tanstack/react-router";
import { ArrowLeft, ArrowUpRight } from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import type { Page } from "@/features/pages/api.ts";
import { Preview } from "@/features/pages/editor/preview.tsx";
import { StatusBadge } from "@/features/pages/list/status-badge.tsx";
import { useDocumentTitle } from "@/lib/document-title.ts";

/** A page for those who may read it here but not change it. */
export function ReadOnlyPage({ page }: { page: Page }) {
  useDocumentTitle(page.title, "Pages");
  return (
    <div className="flex flex-1 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-b px-3 py-2 sm:px-5 lg:h-16">
        <Link to="/pages" className={buttonVariants({ variant: "quiet" })}>
          <ArrowLeft aria-hidden />
          Pages
        </Link>
        <StatusBadge page={page} />
        <p className="text-muted text-sm">You can read this page; your role does not change it.</p>
        {page.publishedPath && (
          <a
            href={page.publishedPath}
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
        <h1 className="sr-only">{page.title}</h1>
        <div className="mx-auto max-w-2xl pt-8 pb-24 lg:pt-12">
          <Preview fields={page} />
        </div>
      </main>
    </div>
  );
}
