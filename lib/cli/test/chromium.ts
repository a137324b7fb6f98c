import { join } from "node:path";
import { failure } from "../../errors.ts";
import { aptInstall, findProgram, inspectMachine } from "../../platform/apt.ts";
import type { Bench } from "./part.ts";

/** Where the browser finds what it is to visit, and no change of the machine's network finds it. */
export const stillNetwork = (bench: Bench, chromium: string, port: string): Readonly<Record<string, string>> => ({
  FREEHOLD_E2E_CHROMIUM: join(bench.home.project, "e2e", "support", "still-network", "chromium"),
  FREEHOLD_STILL_CHROMIUM: chromium,
  FREEHOLD_STILL_NODE: process.execPath,
  FREEHOLD_STILL_PORT: port,
});

const packages = ["chromium", "fonts-liberation", "fonts-noto-core", "iproute2"];

/**
 * Path of a Chromium; Debian's is installed where there is none. Playwright's own cannot be had
 * everywhere, and the tests shall see the same browser everywhere.
 * @throws packages_not_installed
 */
export async function ensureChromium(bench: Bench): Promise<string> {
  const present = bench.env.FREEHOLD_E2E_CHROMIUM || (await findProgram("chromium", bench.env));
  if (present) return present;
  const machine = await inspectMachine(bench.env);
  const { asRoot } = machine;
  const missing = (why: string) => failure("packages_not_installed", { packages: "chromium", why, log: "-" });
  if (!bench.install || !machine.hasApt || asRoot === null)
    throw missing("this machine may not be changed; name a Chromium in FREEHOLD_E2E_CHROMIUM");
  await aptInstall(packages, { ...machine, asRoot }, bench);
  const installed = await findProgram("chromium", bench.env);
  if (installed === null) throw missing("it was installed and is not there");
  return installed;
}
