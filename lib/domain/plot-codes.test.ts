import { expect, test } from "vitest";
import { countPlots, type PlotCodes, plotCodes, statusAt } from "./plot-codes.ts";
import { tenantStatuses } from "./status.ts";

test("every status has a letter of its own", () => {
  expect(new Set(Object.values(plotCodes)).size).toBe(tenantStatuses.length);
  expect(tenantStatuses.map((status) => statusAt(plotCodes[status] as PlotCodes, 0))).toEqual([...tenantStatuses]);
});

test("plots are counted by status, in the order of the statuses, without zeros", () => {
  expect(countPlots("frrpr" as PlotCodes)).toEqual([
    { status: "provisioning", count: 1 },
    { status: "running", count: 3 },
    { status: "failed", count: 1 },
  ]);
});
