import { layoutTable } from "../../lib/cli/table.ts";
import { machineLine } from "../support/machine.ts";
import type { FootprintReport } from "./bench-footprint.ts";
import { type GroupName, groupNames } from "./group-processes.ts";

const titles: Readonly<Record<GroupName, string>> = {
  portal: "portal",
  worker: "worker",
  engine: "Docker Engine",
  shims: "its shims",
  edge: "edge",
  guard: "guard",
  controlDatabase: "control database",
  stacks: "stacks",
};

/** The report for people. */
export function describeFootprint(report: FootprintReport): string[] {
  const table = layoutTable(
    [
      { title: `idle CPU over ${report.seconds} s`, text: (name: GroupName) => titles[name] },
      { title: "cores", text: (name: GroupName) => report.idleCoresByGroup[name].toFixed(3), align: "right" },
    ],
    groupNames,
    Number.POSITIVE_INFINITY,
  );
  return [
    `${machineLine(report.machine)}; ${report.stacks} stacks.`,
    "",
    `Memory per stack: ${report.perStackMiB} MiB by the host's MemAvailable; ${report.perStackChargedMiB} MiB charged to its containers.`,
    "",
    ...table,
    "",
    `Together ${report.idleCores.toFixed(3)} cores; without any stack ${report.emptyCores.toFixed(3)}; the whole machine ${report.machineCores.toFixed(3)}.`,
    ...(report.settled ? [] : ["CPU use had not settled when it was measured: something else was going on."]),
  ];
}
