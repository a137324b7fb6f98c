import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { aptInstall, findProgram, inspectMachine } from "./apt.ts";
import type { Reporter } from "./reporter.ts";

/**
 * The `docker` command, for `compose` and for the tests, which use it as people do. Freehold itself
 * needs none, and from Debian 13 on the engine's package comes without it.
 * @throws packages_not_installed
 */
export async function ensureDockerClient(options: {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly reporter: Reporter;
  readonly install: boolean;
}): Promise<void> {
  if ((await findProgram("docker", options.env)) !== null) return;
  const machine = await inspectMachine(options.env);
  const { asRoot } = machine;
  if (!options.install || !machine.hasApt || asRoot === null) {
    const why = "this machine may not be changed; install the docker command yourself";
    throw failure("packages_not_installed", { packages: "docker-cli", why, log: "-" });
  }
  await aptInstall(["docker-cli"], { ...machine, asRoot }, options);
}
