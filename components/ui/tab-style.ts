/** A word on a hairline; the chosen one stands on a green one. */
export const tabListStyle = "flex gap-6 overflow-x-auto overflow-y-hidden border-b border-rule [scrollbar-width:none]";

export const tabStyle =
  "inline-flex min-h-11 shrink-0 cursor-pointer items-center gap-2 border-b-2 border-transparent text-[0.9375rem] whitespace-nowrap text-ink-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-green aria-[current=page]:text-ink aria-selected:border-green aria-selected:text-ink";
