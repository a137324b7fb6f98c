import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark.tsx";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="page flex min-h-18 items-center justify-between py-3">
        <Wordmark href="/" />
        <a href="/admin" className="link inline-flex min-h-6 items-center text-[0.9375rem]">
          The fleet
        </a>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
