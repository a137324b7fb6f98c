import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-6 items-center justify-center rounded-sm border border-rule-strong bg-raised px-1.5 font-sans text-[0.8125rem] text-ink leading-6">
      {children}
    </kbd>
  );
}
