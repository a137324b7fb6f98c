import { PassThrough, type Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { finished } from "node:stream/promises";
import { callDeadline, callEngine } from "./call.ts";
import type { Engine } from "./connect.ts";

export interface RanInside {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program inside a running container, as the container's own user.
 * @throws engine_refused when there is no such container or it does not run
 */
export async function runInContainer(
  engine: Engine,
  container: string,
  command: readonly string[],
): Promise<RanInside> {
  const out = new PassThrough();
  const [ran, stdout] = await Promise.all([
    pipeFromContainer(engine, container, command, out, callDeadline.quick),
    text(out),
  ]);
  return { ...ran, stdout };
}

/**
 * As `runInContainer`, for what is too long to hold: its output goes into `out` and ends it.
 * @param seconds deadline of the whole run
 */
export function pipeFromContainer(
  engine: Engine,
  container: string,
  command: readonly string[],
  out: Writable,
  seconds: number,
): Promise<Omit<RanInside, "stdout">> {
  return callEngine(engine.endpoint, `run ${command[0]} in ${container}`, seconds, async (signal) => {
    try {
      const run = await engine.docker
        .getContainer(container)
        .exec({ Cmd: [...command], AttachStdout: true, AttachStderr: true, abortSignal: signal });
      const stream = await run.start({ abortSignal: signal });
      const err = new PassThrough();
      engine.docker.modem.demuxStream(stream, out, err);
      stream.once("end", () => {
        out.end();
        err.end();
      });
      const [stderr] = await Promise.all([text(err), finished(out)]);
      const { ExitCode: code } = await run.inspect({ abortSignal: signal });
      return { code: code ?? -1, stderr };
    } catch (thrown) {
      out.destroy();
      throw thrown;
    }
  });
}
