import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type Docker from "dockerode";

/**
 * Runs a program inside a running container, as the container's own user.
 * @returns what it wrote to stdout
 * @throws when it does not end with 0
 */
export async function exec(docker: Docker, container: string, command: readonly string[]): Promise<string> {
  const run = await docker.getContainer(container).exec({ Cmd: [...command], AttachStdout: true, AttachStderr: true });
  const stream = await run.start({});
  const [out, err] = [new PassThrough(), new PassThrough()];
  docker.modem.demuxStream(stream, out, err);
  stream.once("end", () => {
    out.end();
    err.end();
  });
  const [stdout, stderr] = await Promise.all([text(out), text(err)]);
  const { ExitCode: code } = await run.inspect();
  if (code !== 0) throw new Error(`${command[0]} in ${container} ended with ${code}: ${stderr}`);
  return stdout;
}
