import { countPlots, type PlotCodes } from "@/lib/domain/plot-codes.ts";

/** One sentence on the whole fleet. */
export function FleetSummary({ plots }: { plots: PlotCodes }) {
  if (plots.length === 0) return null;
  const counts = new Map(countPlots(plots).map(({ status, count }) => [status, count]));
  const running = counts.get("running") ?? 0;
  const failed = counts.get("failed") ?? 0;
  const clients = `${plots.length.toLocaleString("en")} ${plots.length === 1 ? "client" : "clients"}`;
  const needs = failed === 0 ? "" : ` ${failed.toLocaleString("en")} ${failed === 1 ? "needs" : "need"} you.`;
  return (
    <p className="mt-3 text-lg text-ink-muted">
      {clients}, {running === plots.length ? "all" : running.toLocaleString("en")} running.{needs}
    </p>
  );
}
