import { Spinner } from "@/components/ui/spinner.tsx";

/** Shown when a screen takes longer than a moment. */
export function RoutePending() {
  return (
    <div role="status" className="flex items-center gap-2 px-6 py-16 text-muted sm:px-10">
      <Spinner />
      Loading…
    </div>
  );
}
