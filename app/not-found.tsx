import type { Metadata } from "next";
import { Wordmark } from "@/components/brand/wordmark.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="page flex min-h-dvh flex-col py-6">
      <Wordmark href="/" />
      <main id="main" className="my-auto max-w-xl py-16">
        <h1 className="text-5xl sm:text-6xl">Nothing stands here</h1>
        <p className="mt-6 mb-8 text-lg text-ink-muted">There is no page at this address.</p>
        <a className="link" href="/">
          Back to the start
        </a>
      </main>
    </div>
  );
}
