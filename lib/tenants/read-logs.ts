import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import type { Tx } from "../db/client.ts";
import { connectEngine, type Engine } from "../docker/connect.ts";
import { type LogOptions, readLogs } from "../docker/read-logs.ts";
import { byTime, type LogLine, type LogService, parseLogLine } from "../domain/log-line.ts";
import { containerName, projectName } from "../domain/names.ts";
import type { Namespace } from "../domain/namespace.ts";
import { asFreeholdError, type FreeholdError, failure } from "../errors.ts";

/** Where a stack's logs are. */
export interface LogSource {
  readonly engine: Engine;
  readonly project: string;
  readonly stack: string;
}

/** Longest line that is passed on; Docker cuts at 16 KiB. */
const longestLine = 4_000;
/** How soon a log that ended, or could not be read, is tried again. Milliseconds. */
const retryMs = 2_000;
/** Lines that a follower who was away for long is brought at most. */
const tailOfFollowed = 1_000;

/** @throws tenant_unknown when the stack is gone */
export async function locateLogs(db: Tx, namespace: Namespace, stackId: string): Promise<LogSource> {
  const stack = await db.stack.findUnique({
    where: { id: stackId },
    select: { name: true, engine: { select: { endpoint: true } } },
  });
  if (stack === null) throw failure("tenant_unknown", { slug: "of these logs" });
  return {
    engine: connectEngine(stack.engine.endpoint),
    project: projectName(namespace, stack.name),
    stack: stack.name,
  };
}

/**
 * The last lines of some services, oldest first. A service that has no container has no lines.
 * @throws logs_away when the engine does not answer; its own words are not for clients
 */
export async function tailLogs(
  source: LogSource,
  services: readonly LogService[],
  tail: number,
  since?: string,
): Promise<LogLine[]> {
  const each = services.map(async (service) => {
    const lines: LogLine[] = [];
    const options = { follow: false, tail, ...(since !== undefined && { since }) };
    for await (const line of linesOf(source, service, options)) lines.push(line);
    return lines;
  });
  const read = await Promise.all(each).catch((thrown: unknown) => {
    throw asAway(thrown);
  });
  return read.flat().sort(byTime);
}

/** `stopped` has no container that runs, `away` no engine that answers. */
export type FollowState = "read" | "stopped" | "away";

interface Follower {
  /** Awaited, so that a reader who is slow slows the reading. */
  readonly onLine: (line: LogLine) => Promise<void>;
  /** How reading stands, each time it may have changed. */
  readonly onState: (service: LogService, state: FollowState) => void;
  readonly signal: AbortSignal;
}

/**
 * Passes on what a service writes until the signal is given, through restarts of its container and
 * absences of the engine. What was written while nobody read is read afterwards.
 * @param since the last line that is known already
 */
export async function followLog(
  source: LogSource,
  service: LogService,
  since: string | undefined,
  { onLine, onState, signal }: Follower,
): Promise<void> {
  let last = since;
  while (!signal.aborted) {
    const options = { follow: true, tail: tailOfFollowed, signal, ...(last !== undefined && { since: last }) };
    try {
      for await (const line of linesOf(source, service, options, () => onState(service, "read"))) {
        if (signal.aborted) return;
        // What is asked for anew begins with the line that was known.
        if (line.time === last) continue;
        last = line.time;
        await onLine(line);
      }
      // It is not running: there was nothing to open, or it has just ended.
      if (!signal.aborted) onState(service, "stopped");
    } catch (thrown) {
      if (signal.aborted) return;
      asAway(thrown);
      onState(service, "away");
    }
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}

/** The engine's own words name sockets and containers; they are kept for the log. */
function asAway(thrown: unknown): FreeholdError {
  const error = asFreeholdError(thrown);
  if (!error.code.startsWith("engine_")) throw error;
  return failure("logs_away", { detail: error.message, cause: error });
}

async function* linesOf(
  { engine, project, stack }: LogSource,
  service: LogService,
  options: LogOptions,
  onOpen: () => void = () => {},
): AsyncGenerator<LogLine> {
  const stream = await readLogs(engine, containerName(project, service), stack, options).catch((thrown: unknown) => {
    if (asFreeholdError(thrown).code === "tenant_not_running") return null;
    throw thrown;
  });
  if (stream === null) return;
  onOpen();
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = parseLogLine(text, service);
      yield { ...line, text: stripVTControlCharacters(line.text).slice(0, longestLine) };
    }
  } finally {
    stream.destroy();
  }
}
