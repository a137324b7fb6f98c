import { layoutTable } from "../../lib/cli/table.ts";
import { machineLine } from "../support/machine.ts";
import type { OnboardReport } from "./bench-onboard.ts";
import { type ContenderName, contenderNames } from "./contender.ts";

const titles: Readonly<Record<ContenderName, string>> = {
  composeWait: "docker compose up -d --wait",
  composeBare: "docker compose up -d, no health gating",
  freehold: "./freehold onboard",
};

/** The report for people. */
export function describeOnboard(report: OnboardReport): string[] {
  const column = (title: string, text: (name: ContenderName) => string) => ({ title, text, align: "right" as const });
  const table = layoutTable(
    [
      { title: "from command to …", text: (name: ContenderName) => titles[name] },
      column("first page, median", (name) => `${report[name].medianMs} ms`),
      column("p95", (name) => `${report[name].p95Ms} ms`),
      column("command's end, median", (name) => `${report[name].exitMedianMs} ms`),
    ],
    contenderNames,
    Number.POSITIVE_INFINITY,
  );
  const steps = layoutTable(
    [
      { title: "step of ./freehold onboard (they overlap)", text: ({ name }) => name },
      { title: "median", text: ({ ms }) => `${ms} ms`, align: "right" },
    ],
    report.steps,
    Number.POSITIVE_INFINITY,
  );
  const runs = `${report.runs} runs of each, one after another, ${report.running} stacks up before`;
  return [
    `${machineLine(report.machine)}; ${runs}.`,
    "",
    ...table,
    "",
    `To the first page, against --wait: ${report.ratioWait}; against no health gating: ${report.ratioBare}.`,
    `To the command's end, against --wait: ${report.ratioWaitExit}.`,
    "",
    ...steps,
  ];
}
