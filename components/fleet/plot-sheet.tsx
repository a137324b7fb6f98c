import type { PlotCodes } from "@/lib/domain/plot-codes.ts";
import { type PlotLayout, plotRuns, runsPath, signPath, startOf, vacantRun } from "./plot-layout.ts";
import { statusWords, toneStroke } from "./status-words.ts";

interface PlotSheetProps {
  plots: PlotCodes;
  layout: PlotLayout;
  /** The plot pointed at. */
  marked: number | null;
}

/** Below this side a sign inside a plot is a smudge. */
const smallestSigned = 11;

/** The drawing itself: one stroked path a status, and the signs where they can be read. */
export function PlotSheet({ plots, layout, marked }: PlotSheetProps) {
  const { columns, plot, gap, width, height } = layout;
  const vacant = vacantRun(plots.length, layout);
  const line = { strokeWidth: plot, strokeDasharray: `${plot} ${gap}`, fill: "none" };
  return (
    <>
      {vacant && <path d={runsPath([vacant], layout)} className="stroke-rule opacity-50" {...line} />}
      {[...plotRuns(plots, columns)].map(([status, runs]) => {
        const { tone, sign } = statusWords[status];
        return (
          <g key={status}>
            <path d={runsPath(runs, layout)} className={toneStroke[tone]} {...line} />
            {sign !== "plain" && plot >= smallestSigned && (
              <path
                d={runs
                  .flatMap(({ row, column, length }) =>
                    Array.from({ length }, (_, step) =>
                      signPath(sign, startOf(column + step, layout), startOf(row, layout), plot),
                    ),
                  )
                  .join("")}
                className={sign === "hollow" ? "fill-paper" : "fill-none stroke-paper"}
                strokeWidth={Math.max(1.5, plot / 12)}
              />
            )}
          </g>
        );
      })}
      {marked !== null && marked < plots.length && (
        <rect
          x={startOf(marked % columns, layout) - 1.5}
          y={startOf(Math.floor(marked / columns), layout) - 1.5}
          width={plot + 3}
          height={plot + 3}
          className="fill-none stroke-ink"
          strokeWidth="1.5"
        />
      )}
      <rect width={width} height={height} fill="transparent" />
    </>
  );
}
