import { describe, expect, test } from "vitest";
import type { PlotCodes } from "@/lib/domain/plot-codes.ts";
import { layOutPlots, neighbour, plotAt, plotRuns, runsPath, vacantRun } from "./plot-layout.ts";

const wide = { width: 1150, maxHeight: 240 };
const codes = (text: string): PlotCodes => text as PlotCodes;

describe("the map of plots", () => {
  test.each([1, 35, 500, 10_000])("holds %i plots within its sheet", (count) => {
    const layout = layOutPlots(count, wide);
    expect(layout.width).toBeLessThanOrEqual(wide.width);
    expect(layout.height).toBeLessThanOrEqual(wide.maxHeight);
    expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(count);
  });

  test("grows taller rather than lose plots when they are too many for the sheet", () => {
    const layout = layOutPlots(100_000, wide);
    expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(100_000);
  });

  test("gathers neighbours of one status into runs that end with their row", () => {
    expect(plotRuns(codes("rrfrr"), 3)).toEqual(
      new Map([
        [
          "running",
          [
            { row: 0, column: 0, length: 2 },
            { row: 1, column: 0, length: 2 },
          ],
        ],
        ["failed", [{ row: 0, column: 2, length: 1 }]],
      ]),
    );
    expect(plotRuns(codes("rrrr"), 2).get("running")).toHaveLength(2);
  });

  test("draws each run as one line along the middle of its plots", () => {
    const layout = { columns: 10, rows: 2, plot: 10, gap: 2, width: 118, height: 22 };
    expect(runsPath([{ row: 1, column: 3, length: 2 }], layout)).toBe("M36 17h22");
  });

  test("leaves the rest of the last row vacant", () => {
    const layout = { columns: 4, rows: 2, plot: 10, gap: 2, width: 46, height: 22 };
    expect(vacantRun(5, layout)).toEqual({ row: 1, column: 1, length: 3 });
    expect(vacantRun(8, layout)).toBeNull();
  });

  test("knows which plot a point belongs to, and that none lies beyond the last", () => {
    const layout = { columns: 4, rows: 2, plot: 10, gap: 2, width: 46, height: 22 };
    expect(plotAt(0, 0, layout, 5)).toBe(0);
    expect(plotAt(45, 3, layout, 5)).toBe(3);
    expect(plotAt(5, 15, layout, 5)).toBe(4);
    expect(plotAt(20, 15, layout, 5)).toBeNull();
    expect(plotAt(-5, 3, layout, 5)).toBeNull();
    expect(plotAt(60, 3, layout, 5)).toBeNull();
  });

  test("is walked with arrows, Home and End, and never left by them", () => {
    expect(neighbour("ArrowRight", 0, 4, 6)).toBe(1);
    expect(neighbour("ArrowDown", 1, 4, 6)).toBe(5);
    expect(neighbour("ArrowDown", 3, 4, 6)).toBe(3);
    expect(neighbour("ArrowLeft", 0, 4, 6)).toBe(0);
    expect(neighbour("End", 0, 4, 6)).toBe(5);
    expect(neighbour("Home", 5, 4, 6)).toBe(0);
    expect(neighbour("a", 0, 4, 6)).toBeNull();
  });
});
