import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../docker/connect.ts";
import { findImage, importImage, pullImage } from "../docker/images.ts";
import { FreeholdError, failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { aptInstall, findProgram, inspectMachine } from "./apt.ts";
import { type LogFile, withLog } from "./open-log.ts";
import type { Reporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

/** What all images are built from. */
export const baseImage = "debian:trixie-slim";

interface BaseImageOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly reporter: Reporter;
  /** Whether mmdebstrap may be installed when it is missing. */
  readonly install: boolean;
}

/**
 * Pulls the base image; where no registry can be reached, bootstraps the same from Debian's
 * packages and gives it the same tag.
 * @returns the image's id
 * @throws base_image_unavailable
 */
export async function ensureBaseImage(engine: Engine, options: BaseImageOptions): Promise<string> {
  const present = await findImage(engine, baseImage);
  if (present !== null) return present;
  return withLog(options.home, "base-image", async (log) => {
    try {
      await pullImage(engine, baseImage, log.handle);
    } catch (thrown) {
      await log.handle.write(`Pulling failed: ${describe(thrown)}\n`);
      options.reporter.say(`${baseImage} cannot be pulled; bootstrapping it from Debian's packages instead`);
      await bootstrap(engine, options, log);
    }
    const id = await findImage(engine, baseImage);
    if (id === null)
      throw failure("base_image_unavailable", { image: baseImage, why: "it is not there after all", log: log.path });
    return id;
  });
}

const describe = (thrown: unknown): string =>
  thrown instanceof FreeholdError ? `${thrown.message} ${thrown.detail ?? ""}` : String(thrown);

async function bootstrap(engine: Engine, options: BaseImageOptions, log: LogFile): Promise<void> {
  const { home, env } = options;
  const machine = await inspectMachine(env);
  const unavailable = (why: string) => failure("base_image_unavailable", { image: baseImage, why, log: log.path });
  if (machine.asRoot === null) throw unavailable("bootstrapping it needs root or sudo");
  if ((await findProgram("mmdebstrap", env)) === null) {
    if (!machine.hasApt || !options.install)
      throw unavailable("it can neither be pulled nor bootstrapped without mmdebstrap");
    await aptInstall(["mmdebstrap", "debian-archive-keyring"], { ...machine, asRoot: machine.asRoot }, options);
  }
  const archive = join(home.root, "base-image.tar");
  const command = [...machine.asRoot, "mmdebstrap", ...bootstrapArguments(machine.distribution), archive];
  try {
    const { code, tail } = await runProgram(command, { env, log: log.handle });
    if (code !== 0) throw unavailable(tail.split("\n").at(-1) || "mmdebstrap failed");
    await importImage(engine, archive, baseImage, log.handle);
  } finally {
    await rm(archive, { force: true });
  }
}

/** As in the image of that name from a registry: no manuals, and apt keeps no archives. */
const slim = ["man", "doc", "info", "locale"].map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`);
const keepNoArchives = `printf '%s\\n' 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };' 'Dir::Cache::pkgcache "";' 'Dir::Cache::srcpkgcache "";' > "$1/etc/apt/apt.conf.d/docker-clean"`;

/** Elsewhere than on Debian, apt does not trust Debian's keys by itself. */
export function bootstrapArguments(distribution: string): string[] {
  const keyring = distribution === "debian" ? [] : ["--keyring=/usr/share/keyrings/debian-archive-keyring.gpg"];
  const packages = ["--variant=minbase", "--include=ca-certificates"];
  return [...packages, ...slim, `--customize-hook=${keepNoArchives}`, ...keyring, "trixie"];
}
