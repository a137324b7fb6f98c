import { hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Brand } from "../domain/brand.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";

/** 32 random bytes that everything else is sealed with or derived from. */
export type MasterKey = Brand<Buffer, "MasterKey">;

/**
 * Reads `FREEHOLD_SECRET_KEY`, or the key file.
 * @throws key_invalid, not_up when there is none yet, key_missing when there was one
 */
export function loadKey(home: Home, env: NodeJS.ProcessEnv): MasterKey {
  if (env.FREEHOLD_SECRET_KEY !== undefined) return parseKey(env.FREEHOLD_SECRET_KEY, "FREEHOLD_SECRET_KEY");
  assertNotLost(home);
  if (!existsSync(home.keyFile)) throw failure("not_up", { why: `there is no ${home.keyFile} yet` });
  return parseKey(readFileSync(home.keyFile, "utf8").trim(), home.keyFile);
}

/**
 * Writes a new key (0600) unless there is one.
 * @throws key_missing when there are sealed secrets that a new key could not open
 */
export function createKey(home: Home, env: NodeJS.ProcessEnv): void {
  if (env.FREEHOLD_SECRET_KEY !== undefined || existsSync(home.keyFile)) return;
  assertNotLost(home);
  writeFileSync(home.keyFile, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
}

/** What was brought up once had a key. */
function assertNotLost(home: Home): void {
  if (!existsSync(home.keyFile) && existsSync(home.settingsFile)) throw failure("key_missing", { file: home.keyFile });
}

function parseKey(text: string, source: string): MasterKey {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw failure("key_invalid", { source, why: "it is not 64 hex digits" });
  const key = Buffer.from(text, "hex");
  if (new Set(key).size < 8) throw failure("key_invalid", { source, why: "it is not random" });
  return key as MasterKey;
}

/** A secret for one purpose, 64 hex digits, the same each time (HKDF-SHA-256). */
export function deriveSecret(key: MasterKey, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", key, "freehold", purpose, 32)).toString("hex");
}
