import { CommandLine } from "@/components/ui/command-line.tsx";

/** Before the first client: surveyed land, and how to build on it. */
export function EmptyFleet() {
  return (
    <div className="grid items-center gap-10 border-y border-rule py-14 md:grid-cols-[1fr_1.2fr]">
      <div>
        <h2 className="mb-4 text-3xl">No plots yet</h2>
        <p className="mb-6 max-w-md text-ink-muted">
          The land is surveyed and the first client can move in. This page shows it as soon as it does.
        </p>
        <CommandLine command="./freehold onboard acme" />
      </div>
      <svg viewBox="0 0 460 180" fill="none" aria-hidden="true" className="h-auto w-full stroke-rule-strong">
        {Array.from({ length: 4 }, (_, row) =>
          Array.from({ length: 10 }, (_, column) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a drawing that never changes
              key={`${row}-${column}`}
              x={column * 46 + 3}
              y={row * 46 + 3}
              width="36"
              height="36"
              strokeDasharray="2 3"
            />
          )),
        )}
        <path d="M3 3h36v36h-36z" className="stroke-green" strokeWidth="1.5" />
      </svg>
    </div>
  );
}
