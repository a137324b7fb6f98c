import { PassThrough, type Readable } from "node:stream";
import { failure } from "../errors.ts";
import { callDeadline, callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";

export interface LogOptions {
  readonly follow: boolean;
  /** How many of the last lines to begin with. */
  readonly tail: number;
  /** Only what was written at this moment or later, as Docker writes moments (RFC 3339 with nanoseconds). */
  readonly since?: string;
  /** Ends a stream that is followed. */
  readonly signal?: AbortSignal;
}

/**
 * What a container has written, stdout and stderr in one stream, each line with its time.
 * @throws tenant_not_running when there is no such container
 */
export async function readLogs(
  engine: Engine,
  container: string,
  stack: string,
  options: LogOptions,
): Promise<Readable> {
  try {
    return await callEngine(engine.endpoint, `logs ${container}`, callDeadline.quick, async () => {
      const since = options.since === undefined ? {} : { since: unixTime(options.since) };
      const selection = { stdout: true, stderr: true, timestamps: true, tail: options.tail, ...since };
      const joined = new PassThrough();
      if (!options.follow) {
        const all = await engine.docker.getContainer(container).logs({ ...selection, follow: false });
        joined.end(withoutFrames(all));
        return joined;
      }
      const stream = (await engine.docker.getContainer(container).logs({ ...selection, follow: true })) as Readable;
      engine.docker.modem.demuxStream(stream, joined, joined);
      stream.once("end", () => joined.end());
      stream.once("error", (error) => joined.destroy(error));
      joined.once("close", () => stream.destroy());
      options.signal?.addEventListener("abort", () => joined.end(), { once: true });
      return joined;
    });
  } catch (thrown) {
    if (statusOf(thrown) === 404) throw failure("tenant_not_running", { slug: stack, status: "without containers" });
    throw thrown;
  }
}

/** The engine takes `since` in seconds, fractions down to the nanosecond. dockerode's types know numbers, which are too coarse. */
function unixTime(moment: string): number {
  const [, whole = moment, fraction = "0"] = /^(.*?)(?:\.(\d+))?Z$/.exec(moment) ?? [];
  return `${Math.floor(Date.parse(`${whole}Z`) / 1000)}.${fraction.padEnd(9, "0")}` as unknown as number;
}

const frameHead = 8;

/** Docker puts eight bytes before each piece: the stream's number and the piece's length. */
export function withoutFrames(framed: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at + frameHead <= framed.length; ) {
    const length = framed.readUInt32BE(at + 4);
    pieces.push(framed.subarray(at + frameHead, at + frameHead + length));
    at += frameHead + length;
  }
  return Buffer.concat(pieces);
}
