import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Engine } from "../docker/connect.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { baseImage } from "./base-image.ts";
import { ensureDockerClient } from "./docker-client.ts";
import { withLog } from "./open-log.ts";
import type { Reporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

const plugin = "usr/libexec/docker/cli-plugins/docker-compose";

/** The label of the container it is taken out of; it ends with the id of the process that made it. */
export const pluginLabel = "freehold-compose-plugin-";

/**
 * The `docker compose` command. Where there is none, Debian trixie's for this user, saying so first:
 * Debian's docker.io comes without, and bookworm has no package of it. Taken out of a container,
 * which has trixie's package sources.
 * @throws compose_plugin_missing, packages_not_installed
 */
export async function ensureComposePlugin(
  { docker }: Engine,
  options: { home: Home; env: NodeJS.ProcessEnv; reporter: Reporter; install: boolean },
): Promise<void> {
  const { home, env, reporter, install } = options;
  if (spawnSync("docker", ["compose", "version"], { env, stdio: "ignore" }).status === 0) return;
  if (!install) throw failure("compose_plugin_missing");
  await ensureDockerClient(options);
  const target = join(env.DOCKER_CONFIG || join(homedir(), ".docker"), "cli-plugins");
  reporter.say(`docker compose is not installed; putting Debian's into ${target}`);
  await reporter.step("Docker Compose", () =>
    withLog(home, "compose-plugin", async (log) => {
      const folder = await mkdtemp(join(tmpdir(), `freehold-compose-${process.pid}-`));
      const container = await docker.createContainer({
        Image: baseImage,
        Labels: { [`${pluginLabel}${process.pid}`]: "" },
        Cmd: [
          "sh",
          "-ec",
          `cd /tmp; apt-get -q update; apt-get -q download docker-compose; dpkg -x docker-compose_*.deb /plugin`,
        ],
      });
      try {
        await container.start();
        const { StatusCode: code } = (await container.wait()) as { StatusCode: number };
        const archive = join(folder, "plugin.tar");
        await log.handle.write((await container.logs({ stdout: true, stderr: true })).toString());
        if (code !== 0) throw failure("compose_plugin_missing", { detail: `the log is ${log.path}` });
        await pipeline(await container.getArchive({ path: `/plugin/${plugin}` }), createWriteStream(archive));
        await mkdir(target, { recursive: true });
        await runProgram(["tar", "--extract", "--file", archive, "--directory", target], { log: log.handle });
      } finally {
        await container.remove({ force: true, v: true });
        await rm(folder, { recursive: true, force: true });
      }
      if (spawnSync("docker", ["compose", "version"], { env, stdio: "ignore" }).status !== 0)
        throw failure("compose_plugin_missing");
    }),
  );
}
