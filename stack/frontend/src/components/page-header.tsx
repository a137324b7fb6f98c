import type { ReactNode } from "react";

/** The title of a screen and what can be done with it. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <h1 className="font-display text-5xl leading-none tracking-[-0.01em] lg:text-6xl">{title}</h1>
      {children}
    </div>
  );
}
