import { machineLine } from "../support/machine.ts";
import type { ClaimReport } from "./bench-claim.ts";

/** The report for people. */
export const describeClaim = (report: ClaimReport): string[] => [
  `${machineLine(report.machine)}; ${report.runs} visitors, one after another.`,
  "",
  `From the click to a page of a CMS of one's own: ${report.medianMs} ms (p95 ${report.p95Ms} ms).`,
  `Of that until the portal answered: ${report.redirectMedianMs} ms.`,
];
