import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrl } from "../db/database-url.ts";
import { whyNotAnswering } from "../db/why-not-answering.ts";
import { platformStack, projectName, volumeName } from "../domain/names.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";

const readySeconds = 60;
const pollMs = 50;

/** The password of our own control database (made on first call), or null when DATABASE_URL names one. */
export function controlPassword(home: Home, env: NodeJS.ProcessEnv): string | null {
  if (env.DATABASE_URL) return null;
  if (!existsSync(home.controlEnvFile)) {
    const password = randomBytes(32).toString("base64url");
    writeFileSync(home.controlEnvFile, `DB_PASSWORD=${password}\n`, { mode: 0o600, flag: "wx" });
  }
  return /^DB_PASSWORD=(.+)$/m.exec(readFileSync(home.controlEnvFile, "utf8"))?.[1] ?? null;
}

/** The volume our own control database is known to have data in; none before it was first up. */
export function controlVolumes(home: Home): string[] {
  const volume = /^DATA_VOLUME=(.+)$/m.exec(readIfThere(home.controlEnvFile))?.[1];
  return volume ? [volume] : [];
}

/** From now on a missing volume is data loss. */
export function noteControlVolume(home: Home): void {
  if (controlVolumes(home).length > 0 || !existsSync(home.controlEnvFile)) return;
  const volume = volumeName(projectName(home.namespace, platformStack), "controldb");
  writeFileSync(home.controlEnvFile, `DATA_VOLUME=${volume}\n`, { flag: "a" });
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/**
 * Waits until the control database answers.
 * @returns its URL
 * @throws control_database_away after a minute, with the last reason
 */
export async function awaitControlDatabase(home: Home, env: NodeJS.ProcessEnv): Promise<string> {
  const url = databaseUrl(home, env);
  const deadline = Date.now() + readySeconds * 1000;
  for (;;) {
    const why = await whyNotAnswering(url);
    if (why === null) return url;
    if (Date.now() > deadline) throw failure("control_database_away", { why });
    await sleep(pollMs);
  }
}
