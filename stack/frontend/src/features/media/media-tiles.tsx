import type { ReactNode } from "react";

export const tilesClasses = "grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 md:grid-cols-4";

/** Files beside and below one another. */
export function MediaTiles({ children }: { children: ReactNode }) {
  return (
    <ul aria-label="Files" className={tilesClasses}>
      {children}
    </ul>
  );
}
