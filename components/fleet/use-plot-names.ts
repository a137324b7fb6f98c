"use client";

import { useEffect, useRef, useState } from "react";
import type { PlotCodes } from "@/lib/domain/plot-codes.ts";
import type { NamedPlot } from "@/lib/tenants/name-plots.ts";

const stretch = 200;

/**
 * The tenant of the plot pointed at. Names come in stretches, when first needed, and are forgotten
 * whenever the map changes.
 * @returns null while it is not known
 */
export function usePlotNames(plots: PlotCodes, index: number | null): NamedPlot | null {
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
    const names = stretches.current.get(from) ?? fetchNames(from);
    stretches.current.set(from, names);
    names.then(
      (list) => isCurrent && setFound({ plots, index, plot: list[index - from] ?? null }),
      // Asked again with the next move of the pointer; the table has the name meanwhile.
      () => stretches.current.delete(from),
    );
    return () => {
      isCurrent = false;
    };
  }, [plots, index]);

  return found !== null && found.plots === plots && found.index === index ? found.plot : null;
}

async function fetchNames(from: number): Promise<NamedPlot[]> {
  const answer = await fetch(`/api/admin/fleet/plots?from=${from}&count=${stretch}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`names of plots: ${answer.status}`);
  return (await answer.json()) as NamedPlot[];
}
