import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark" | "system";

const key = "cms-theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

let current: Theme = read();

function read(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Same rule as public/theme.js, which ran before the first paint. */
function apply(): void {
  const dark = current === "dark" || (current === "system" && system.matches);
  document.documentElement.classList.toggle("dark", dark);
  for (const listener of listeners) listener();
}

system.addEventListener("change", apply);
addEventListener("storage", (event) => {
  if (event.key !== key) return;
  current = read();
  apply();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses the theme for this browser; where storage is blocked, for this visit. */
export function setTheme(theme: Theme): void {
  current = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Blocked storage costs the memory of the choice, not the choice.
  }
  apply();
}

/** The chosen theme, kept current across tabs. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => current);
}
