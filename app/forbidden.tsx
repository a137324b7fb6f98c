import { Wordmark } from "@/components/brand/wordmark.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";

/** What is there, and is not for whoever is signed in. */
export default function Forbidden() {
  // The page's own title goes before a `metadata` of this file; an element takes its place.
  return (
    <div className="page flex min-h-dvh flex-col py-6">
      <title>Not for you · Freehold</title>
      <Wordmark href="/" />
      <main id="main" className="my-auto max-w-xl py-16">
        <h1 className="text-5xl sm:text-6xl">This gate stays shut</h1>
        <p className="mt-6 mb-8 text-lg text-ink-muted">
          This page takes a role that you do not have, or is closed while a site is suspended.
        </p>
        <ButtonLink href="/home" variant="secondary">
          To your own pages
        </ButtonLink>
      </main>
    </div>
  );
}
