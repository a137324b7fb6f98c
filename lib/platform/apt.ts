import { existsSync, readFileSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { withLog } from "./open-log.ts";
import type { Reporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

/** How this machine may be changed: the words to put before a command, or null when it may not. */
export interface Machine {
  readonly asRoot: readonly string[] | null;
  readonly hasApt: boolean;
  /** `debian`, `ubuntu` … from os-release. */
  readonly distribution: string;
}

/** Whether a program stands on the PATH or where Debian keeps those of administrators. */
export async function findProgram(name: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const folder of [...(env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"].filter(Boolean)) {
    const path = join(folder, name);
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return null;
}

export async function inspectMachine(env: NodeJS.ProcessEnv): Promise<Machine> {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const field = (name: string): string => new RegExp(`^${name}="?([^"\\n]*)`, "m").exec(release)?.[1] ?? "";
  const family = `${field("ID")} ${field("ID_LIKE")}`;
  const debianLike = /\b(debian|ubuntu)\b/.test(family);
  return {
    asRoot: await rootPrefix(env),
    hasApt: debianLike && (await findProgram("apt-get", env)) !== null,
    distribution: field("ID"),
  };
}

async function rootPrefix(env: NodeJS.ProcessEnv): Promise<readonly string[] | null> {
  if (process.getuid?.() === 0) return [];
  if ((await findProgram("sudo", env)) === null) return null;
  // Without a terminal nobody could type the password.
  return process.stdin.isTTY ? ["sudo"] : ["sudo", "-n"];
}

/**
 * Installs Debian packages, saying so first.
 * @throws packages_not_installed
 */
export async function aptInstall(
  packages: readonly string[],
  machine: Machine & { readonly asRoot: readonly string[] },
  { home, env, reporter }: { home: Home; env: NodeJS.ProcessEnv; reporter: Reporter },
): Promise<void> {
  const sudo = machine.asRoot.length > 0 ? " with sudo" : "";
  reporter.say(`Installing ${packages.join(" and ")} with apt-get${sudo}; the log is ${join(home.log, "apt.log")}`);
  await withLog(home, "apt", async (log) => {
    const apt = async (...args: string[]) => {
      const quiet = ["-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"];
      const command = [...machine.asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...quiet, ...args];
      return runProgram(command, { env, log: log.handle });
    };
    const update = await apt("update");
    const install = await apt("install", "--yes", "--no-install-recommends", ...packages);
    if (install.code === 0) return;
    const why = (install.tail || update.tail).split("\n").at(-1) ?? "apt-get failed";
    throw failure("packages_not_installed", { packages: packages.join(", "), why, log: log.path });
  });
}
