import { useEffect } from "react";

/** Names the browser's tab after what is on the screen. */
export function useDocumentTitle(...parts: readonly string[]): void {
  const title = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
