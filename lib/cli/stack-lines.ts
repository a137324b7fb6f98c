import { connectEngine } from "../docker/connect.ts";
import { readUsage } from "../docker/read-usage.ts";
import { FreeholdError } from "../errors.ts";
import type { StackOperation, StackService } from "../tenants/stack-detail.ts";
import { formatBytes } from "./bytes.ts";
import { formatAge, formatDuration } from "./duration.ts";
import { operationWords } from "./onboard/operation-words.ts";
import type { Output } from "./output.ts";

const operationsShown = 10;

export interface MeasuredService extends StackService {
  /** Bytes; null when it does not run or the engine does not answer. */
  readonly memory: number | null;
}

/** Status is read from the database; memory is all that needs the engine, and may be missing. */
export async function measureServices(
  services: readonly StackService[],
  endpoint: string | null,
  say: (text: string) => void,
): Promise<MeasuredService[]> {
  const unmeasured = (): MeasuredService[] => services.map((service) => ({ ...service, memory: null }));
  if (endpoint === null) return unmeasured();
  const engine = connectEngine(endpoint);
  try {
    return await Promise.all(
      services.map(async (service) => ({
        ...service,
        memory:
          service.containerId === null ? null : ((await readUsage(engine, service.containerId))?.memoryBytes ?? null),
      })),
    );
  } catch (error) {
    if (!(error instanceof FreeholdError)) throw error;
    say(`Memory is unknown: ${error.message}`);
    return unmeasured();
  }
}

export const timeAgo = (time: Date | null): string =>
  time === null ? "never" : `${formatAge(Date.now() - time.getTime())} ago`;

/** A stack's services and what was done to it last. */
export function stackLines(
  out: Output,
  services: readonly MeasuredService[],
  allOperations: readonly StackOperation[],
): string[] {
  const table = out.table<MeasuredService>(
    [
      { title: "SERVICE", text: (row) => row.name },
      { title: "STATE", text: (row) => row.state ?? "unknown" },
      { title: "ADDRESS", text: (row) => row.address ?? "–" },
      { title: "MEMORY", text: (row) => (row.memory === null ? "–" : formatBytes(row.memory)), align: "right" },
      { title: "CONTAINER", text: (row) => row.containerId?.slice(0, 12) ?? "–" },
    ],
    services,
  );
  const lines = ["", ...table];
  const operations = allOperations.slice(0, operationsShown);
  if (operations.length > 0) lines.push("", out.colours.dim("LAST OPERATIONS"));
  for (const { kind, target, cause, startedAt, endedAt, errorCode } of operations) {
    const took = endedAt === null ? "running" : formatDuration(endedAt.getTime() - startedAt.getTime());
    const failed = errorCode === null ? "" : `  ${out.colours.red(errorCode)}`;
    lines.push(
      `${startedAt.toISOString().slice(0, 19)}Z  ${took.padStart(8)}  ${operationWords(kind, target)}: ${cause}${failed}`,
    );
  }
  return lines;
}
