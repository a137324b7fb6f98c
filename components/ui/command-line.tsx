/** A command to be typed into a terminal. */
export function CommandLine({ command }: { command: string }) {
  return (
    <p className="inline-flex max-w-full items-baseline gap-3 rounded-base border border-rule bg-paper-raised px-4 py-3 font-mono text-[0.9375rem]">
      <span aria-hidden="true" className="text-ink-muted select-none">
        $
      </span>
      <code className="min-w-0 wrap-anywhere">{command}</code>
    </p>
  );
}
