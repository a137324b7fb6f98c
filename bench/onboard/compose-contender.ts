import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderEnvFile, stackEnv } from "../../lib/domain/stack-env.ts";
import { firstFreeSubnet } from "../../lib/domain/subnets.ts";
import { generateSecrets } from "../../lib/secrets/seal.ts";
import { freePort, type Installation, projectFolder } from "../support/installation.ts";
import { runCommand } from "../support/run-command.ts";
import type { Contender } from "./contender.ts";
import { race } from "./race.ts";

interface ComposeOptions {
  readonly name: "composeWait" | "composeBare";
  /** Path of the compose file. */
  readonly file: string;
  /** What follows `up -d`. */
  readonly upArguments: readonly string[];
  /** Networks for stacks; not the installation's own. */
  readonly subnetPool: string;
}

/** `docker compose up -d` on a project, network and secrets that are new each time. */
export function composeContender(installation: Installation, options: ComposeOptions): Contender {
  const { home, releaseId, env } = installation;
  const usedSubnets: string[] = [];
  let count = 0;
  return {
    name: options.name,
    async run(signal) {
      count += 1;
      const stack = `${options.name.toLowerCase()}-${count}`;
      const subnet = firstFreeSubnet(options.subnetPool, usedSubnets);
      if (subnet === null) throw new Error(`${options.subnetPool} has no network left`);
      usedSubnets.push(subnet);
      const port = await freePort();
      const facts = { name: stack, siteName: stack, slug: stack, baseDomain: "localhost", edgePort: port };
      const variables = { ...stackEnv({ ...facts, releaseId, subnet }, generateSecrets()), HTTP_PORT: String(port) };
      const envFile = join(home.root, `${stack}.env`);
      writeFileSync(envFile, renderEnvFile(variables), { mode: 0o600 });
      const compose = [
        ...["docker", "compose", "-f", options.file, "--project-directory", join(projectFolder, "stack")],
        ...["--env-file", envFile, "-p", `${home.namespace}-${stack}`],
      ];
      try {
        const command = [...compose, "up", "-d", ...options.upArguments];
        const raced = await race({ command, env, port, host: `${stack}.localhost`, signal });
        return { firstAnswerMs: raced.firstAnswerMs, exitMs: raced.exitMs, steps: [] };
      } finally {
        await runCommand([...compose, "down", "--volumes", "--timeout", "0"], { env });
      }
    },
  };
}
