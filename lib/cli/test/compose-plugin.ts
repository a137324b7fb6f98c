import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Engine } from "../../docker/connect.ts";
import { failure } from "../../errors.ts";
import type { Home } from "../../home.ts";
import { baseImage } from "../../platform/base-image.ts";
import { withLog } from "../../platform/open-log.ts";
import type { Reporter } from "../../platform/reporter.ts";
import { runProgram } from "../../platform/run-program.ts";

const plugin = "usr/libexec/docker/cli-plugins/docker-compose";

/**
 * Debian trixie's `docker compose` for this user, where there is none: tests hold stacks against
 * it, and bookworm has no package of it. Taken out of a container, which has trixie's package sources.
 * @throws compose_plugin_missing
 */
export async function ensureComposePlugin(
  { docker }: Engine,
  { home, env, reporter, install }: { home: Home; env: NodeJS.ProcessEnv; reporter: Reporter; install: boolean },
): Promise<void> {
  if (spawnSync("docker", ["compose", "version"], { env, stdio: "ignore" }).status === 0) return;
  if (!install) throw failure("compose_plugin_missing");
  const target = join(env.DOCKER_CONFIG || join(homedir(), ".docker"), "cli-plugins");
  await reporter.step("Docker Compose", () =>
    withLog(home, "compose-plugin", async (log) => {
      const folder = await mkdtemp(join(tmpdir(), "freehold-compose-"));
      const container = await docker.createContainer({
        Image: baseImage,
        Cmd: [
          "sh",
          "-ec",
          `cd /tmp; apt-get -q update; apt-get -q download docker-compose; dpkg -x docker-compose_*.deb /plugin`,
        ],
      });
      try {
        await container.start();
        await container.wait();
        const archive = join(folder, "plugin.tar");
        await log.handle.write((await container.logs({ stdout: true, stderr: true })).toString());
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
