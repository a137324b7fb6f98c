"use client";

import { useEffect, useRef, useState } from "react";
import type { PlotGrouping } from "@/lib/domain/fleet-search.ts";
import type { PlotCodes } from "@/lib/domain/plot-codes.ts";
import type { NamedPlot } from "@/lib/tenants/name-plots.ts";

const stretch = 200;

/**
 * The tenant of the plot pointed at. Names come in stretches, when first needed, and are forgotten
 * whenever the map changes.
 * @returns null while it is not known
 */
export function usePlotNames(plots: PlotCodes, by: PlotGrouping, key: string, index: number | null): NamedPlot | null {
  const stretches = useRef(new Map<number, Promise<NamedPlot[]>>());
  const [found, setFound] = useState<{ plots: PlotCodes; index: number; plot: NamedPlot | null } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed map is what empties the memory
  useEffect(() => {
    stretches.current.clear();
  }, [plots]);

  useEffect(() => {
    if (index === null) return;
    let isCurrent = true;
    const from = Math.floor(index / stretch) * stretch;
    const names = stretches.current.get(from) ?? fetchNames(by, key, from);
    stretches.current.set(from, names);
    names.then(
      (list) => isCurrent && setFound({ plots, index, plot: list[index - from] ?? null }),
      // Asked again with the next move of the pointer; the table has the name meanwhile.
      () => stretches.current.delete(from),
    );
    return () => {
      isCurrent = false;
    };
  }, [plots, by, key, index]);

  return found !== null && found.plots === plots && found.index === index ? found.plot : null;
}

async function fetchNames(by: PlotGrouping, key: string, from: number): Promise<NamedPlot[]> {
  const query = new URLSearchParams({ by, key, from: String(from), count: String(stretch) });
  const answer = await fetch(`/api/admin/fleet/plots?${query}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`names of plots: ${answer.status}`);
  return (await answer.json()) as NamedPlot[];
}
