/** What everything that lies over a page wears: a sheet of paper, its edge, and the shadow that lifts it. */
export const backdropStyle =
  "fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const dialogStyle =
  "fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 overflow-y-auto overscroll-contain rounded-base border border-rule bg-paper p-6 shadow-dialog transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:translate-y-[calc(-50%+8px)] data-starting-style:opacity-0 sm:p-8";

export const popoverStyle =
  "max-w-[calc(100vw-2rem)] rounded-base border border-rule bg-paper-raised shadow-popover outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
