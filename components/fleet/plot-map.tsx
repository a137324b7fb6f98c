"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import type { PlotGrouping } from "@/lib/domain/fleet-search.ts";
import { statusAt } from "@/lib/domain/plot-codes.ts";
import type { PlotGroup } from "@/lib/tenants/survey-fleet.ts";
import { layOutPlots, neighbour, type PlotLayout, plotAt } from "./plot-layout.ts";
import { PlotSheet } from "./plot-sheet.tsx";
import { statusWords } from "./status-words.ts";
import { usePlotNames } from "./use-plot-names.ts";

/** Two drawings, of which the style sheet shows one: no measuring, no jump after loading. */
const sheets = [
  { key: "wide", width: 1150, maxHeight: 240, className: "hidden sm:block" },
  { key: "narrow", width: 346, maxHeight: 440, className: "sm:hidden" },
] as const;

/** Room for the frame of the plot pointed at. */
const margin = 2;

interface PlotMapProps {
  group: PlotGroup;
  by: PlotGrouping;
  /** So many sizes larger than what shows all of it at once. */
  zoom: number;
  /** How much of the whole map's height this group may take. */
  share: number;
}

/**
 * The fleet, or a group of it, as a plan of plots, oldest first. To assistive technology it is a list box whose
 * options are read one at a time; the table below says the same in words.
 */
export function PlotMap({ group, by, zoom, share }: PlotMapProps) {
  const { plots, key: groupKey } = group;
  const router = useRouter();
  const id = useId();
  const [marked, setMarked] = useState<number | null>(null);
  const named = usePlotNames(plots, by, groupKey, marked);
  const shown = useRef(new Map<string, SVGSVGElement>());
  const layouts = sheets.map((sheet) => ({
    ...sheet,
    layout: layOutPlots(plots.length, { ...sheet, maxHeight: sheet.maxHeight * share }, zoom),
  }));
  const status = marked === null ? undefined : statusAt(plots, marked);

  function visibleLayout(): PlotLayout | undefined {
    return layouts.find(({ key }) => (shown.current.get(key)?.getClientRects().length ?? 0) > 0)?.layout;
  }

  function point(event: PointerEvent<SVGSVGElement>, layout: PlotLayout): number | null {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = (layout.width + 2 * margin) / box.width;
    const [x, y] = [(event.clientX - box.left) * scale - margin, (event.clientY - box.top) * scale - margin];
    return plotAt(x, y, layout, plots.length);
  }

  function open(): void {
    if (named) router.push(`/admin/tenants/${named.slug}`);
  }

  function press(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      open();
      return;
    }
    const target = neighbour(event.key, marked ?? 0, visibleLayout()?.columns ?? 1, plots.length);
    if (target === null) return;
    event.preventDefault();
    setMarked(target);
  }

  const words = status && statusWords[status];
  const caption = words ? `${named?.name ?? "…"}, ${words.label.toLowerCase()}` : null;

  return (
    <div>
      <div
        role="listbox"
        aria-label={by === "none" ? "Map of plots, oldest first" : `Map of plots of ${group.name}, oldest first`}
        aria-activedescendant={marked === null ? undefined : `${id}-marked`}
        tabIndex={0}
        className={zoom > 0 ? "max-h-[60vh] overflow-y-auto" : ""}
        onKeyDown={press}
        onFocus={() => setMarked((current) => current ?? 0)}
        onBlur={() => setMarked(null)}
      >
        {marked !== null && (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list box, which names this as its active descendant
          <span
            id={`${id}-marked`}
            role="option"
            aria-selected="true"
            aria-posinset={marked + 1}
            aria-setsize={plots.length}
            className="sr-only"
          >
            {caption}
          </span>
        )}
        {layouts.map(({ key, className, layout }) => (
          <svg
            key={key}
            ref={(element) => {
              if (element) shown.current.set(key, element);
            }}
            viewBox={`${-margin} ${-margin} ${layout.width + 2 * margin} ${layout.height + 2 * margin}`}
            className={`${className} h-auto w-full ${marked === null ? "" : "cursor-pointer"}`}
            aria-hidden="true"
            onPointerMove={(event) => setMarked(point(event, layout))}
            onPointerDown={(event) => setMarked(point(event, layout))}
            // A finger leaves when it is lifted; what it pointed at stays, and a second tap opens it.
            onPointerLeave={(event) => event.pointerType === "mouse" && setMarked(null)}
            onClick={open}
          >
            <PlotSheet plots={plots} layout={layout} marked={marked} />
          </svg>
        ))}
      </div>
      <p aria-hidden="true" className={`mt-2 text-sm ${caption ? "text-ink" : "text-ink-muted"}`}>
        {caption ?? "Point at a plot to see whose it is."}
      </p>
    </div>
  );
}
