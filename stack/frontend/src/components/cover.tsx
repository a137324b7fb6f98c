import type { ReactNode } from "react";

type CoverProps = {
  /** Set large on the cover, like a book's title. */
  name: string;
  line: string;
  children: ReactNode;
};

/** The frame of sign-in and set-up: a cover beside the form, above it on a small screen. */
export function Cover({ name, line, children }: CoverProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:grid-rows-1">
      <header className="flex flex-col justify-between gap-16 bg-cover p-6 text-on-cover sm:p-10 lg:p-14">
        <p className="border-on-cover-muted/40 border-b pb-4 text-on-cover-muted text-sm">
          {location.host}
        </p>
        <div className="hidden lg:block">
          <p className="text-balance font-display text-6xl leading-[1.04] [overflow-wrap:anywhere]">
            {name}
          </p>
          <p className="mt-6 max-w-sm text-lg text-on-cover-muted">{line}</p>
        </div>
        <p className="-mt-8 text-balance font-display text-4xl leading-tight [overflow-wrap:anywhere] lg:hidden">
          {name}
        </p>
      </header>
      <main className="flex items-start px-6 py-10 sm:px-10 lg:items-center lg:px-20">
        <div className="w-full max-w-md">{children}</div>
      </main>
    </div>
  );
}
