/** What lies over a page wears: a sheet of paper, its edge, and the shadow that lifts it. */
export const dialogStyle =
  "fixed inset-0 m-auto h-fit max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg overflow-y-auto overscroll-contain rounded-base border border-rule bg-paper p-6 text-ink shadow-dialog transition-[opacity,translate] duration-150 starting:translate-y-2 starting:opacity-0 sm:p-8";

export const popoverStyle =
  "max-w-[calc(100vw-2rem)] rounded-base border border-rule bg-paper-raised shadow-popover outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
