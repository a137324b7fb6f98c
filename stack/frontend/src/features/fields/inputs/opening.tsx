import { Spinner } from "@/components/ui/spinner.tsx";

/** Stands in for an editor that is on its way. */
export function Opening() {
  return (
    <p role="status" className="flex items-center gap-2 py-3 text-muted">
      <Spinner />
      Opening the text…
    </p>
  );
}
