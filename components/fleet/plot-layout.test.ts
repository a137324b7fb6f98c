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

  // Two blocks along, two across: 10 + 2 a plot, 6 more for a street after every other one.
  const town = { columns: 4, rows: 4, plot: 10, gap: 2, block: 2, street: 6, width: 52, height: 52 };

  test("draws each run along the middle of its plots, and leaves the streets free", () => {
    expect(runsPath([{ row: 1, column: 0, length: 2 }], town)).toBe("M0 17h22");
    expect(runsPath([{ row: 2, column: 1, length: 3 }], town)).toBe("M12 35h10M30 35h22");
  });

  test.each([35, 10_000])("consists of whole blocks along, with %i plots", (count) => {
    const { columns, block } = layOutPlots(count, wide);
    expect(columns % block).toBe(0);
  });

  test("leaves the rest of the last row vacant", () => {
    expect(vacantRun(13, town)).toEqual({ row: 3, column: 1, length: 3 });
    expect(vacantRun(16, town)).toBeNull();
  });

  test("knows which plot a point belongs to, and that none lies in a street or beyond the last", () => {
    expect(plotAt(0, 0, town, 14)).toBe(0);
    expect(plotAt(51, 3, town, 14)).toBe(3);
    expect(plotAt(31, 31, town, 14)).toBe(10);
    expect(plotAt(26, 31, town, 14)).toBeNull();
    expect(plotAt(31, 45, town, 14)).toBeNull();
    expect(plotAt(-5, 3, town, 14)).toBeNull();
    expect(plotAt(60, 3, town, 14)).toBeNull();
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
