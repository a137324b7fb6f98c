import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
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
export function runInContainer(engine: Engine, container: string, command: readonly string[]): Promise<RanInside> {
  return callEngine(engine.endpoint, `run ${command[0]} in ${container}`, callDeadline.quick, async (signal) => {
    const run = await engine.docker
      .getContainer(container)
      .exec({ Cmd: [...command], AttachStdout: true, AttachStderr: true, abortSignal: signal });
    const stream = await run.start({ abortSignal: signal });
    const [out, err] = [new PassThrough(), new PassThrough()];
    engine.docker.modem.demuxStream(stream, out, err);
    stream.once("end", () => {
      out.end();
      err.end();
    });
    const [stdout, stderr] = await Promise.all([text(out), text(err)]);
    const { ExitCode: code } = await run.inspect({ abortSignal: signal });
    return { code: code ?? -1, stdout, stderr };
  });
}
