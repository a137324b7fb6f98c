import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, sha256 } from "../domain/canonical-json.ts";
import type { Home, Settings } from "../home.ts";
import { hashFiles, readContextFile, readFolder } from "./content-hash.ts";
import { livePid } from "./pid-file.ts";

const stateFile = (home: Home): string => join(home.run, "started-with");

interface StartedWith {
  readonly home: Home;
  readonly settings: Settings;
  /** Hash of what the portal was built from. */
  readonly portalHash: string;
  readonly development: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** Variables of `up` that portal and worker act on; another value means starting them again. */
const passedOn = ["SMTP_URL", "FREEHOLD_MAIL_FROM", "FREEHOLD_OUTBOUND_ALLOWED"] as const;

/** One hash over all that portal and worker are started with; another one means starting them again. */
export async function runFingerprint({ home, settings, portalHash, development, env }: StartedWith): Promise<string> {
  const lib = await readFolder(join(home.project, "lib"), ["cli", "**/*.test.*"]);
  const code = hashFiles([...lib, await readContextFile(home.project, "package-lock.json")]);
  const variables = passedOn.map((name) => env[name] ?? null);
  return sha256(canonicalJson({ code, settings, portalHash, development, variables }));
}

export function noteRun(home: Home, fingerprint: string): void {
  writeFileSync(stateFile(home), fingerprint, { mode: 0o600 });
}

/** Whether portal, worker and their supervisor run, started with just this. */
export function runsWith(home: Home, fingerprint: string): boolean {
  const alive = (["supervisor", "portal", "worker"] as const).every((name) => livePid(home, name) !== null);
  return alive && existsSync(stateFile(home)) && readFileSync(stateFile(home), "utf8") === fingerprint;
}
