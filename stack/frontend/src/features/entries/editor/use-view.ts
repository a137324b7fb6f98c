import { useState } from "react";
import type { View } from "@/features/entries/editor/view-switch.tsx";

const preference = "cms-editor-view";

function preferred(views: readonly View[]): View {
  // A small screen begins with the text; it shows nothing beside it.
  if (!matchMedia("(min-width: 64rem)").matches) return "write";
  try {
    const kept = localStorage.getItem(preference);
    return views.find((view) => view === kept) ?? "details";
  } catch {
    return "details";
  }
}

/** What stands beside the text, as it was the last time. */
export function useView(views: readonly View[]): [View, (view: View) => void] {
  const [view, setView] = useState(() => preferred(views));
  const change = (next: View) => {
    setView(next);
    try {
      localStorage.setItem(preference, next);
    } catch {
      // Blocked storage costs the memory of the choice, not the choice.
    }
  };
  return [view, change];
}
