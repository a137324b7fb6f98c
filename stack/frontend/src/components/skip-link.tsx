/** The first stop of the Tab key on every screen that has something to skip. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded bg-ink px-4 py-2 font-medium text-paper focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
