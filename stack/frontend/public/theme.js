// Runs before the first paint so that a dark page never flashes light. A file of its own because
// the Content-Security-Policy allows no inline script; keep in step with src/lib/theme.ts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem("cms-theme");
  } catch {
    // Storage is blocked: follow the system.
  }
  const dark =
    choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
})();
