import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultNamespace, type Namespace, parseNamespace } from "./domain/namespace.ts";
import { failure } from "./errors.ts";

/** Where this installation keeps what is not in a database: `var/`, or `FREEHOLD_HOME`. */
export interface Home {
  readonly root: string;
  readonly namespace: Namespace;
  /** The project's own folder (where package.json stands). */
  readonly project: string;
  readonly run: string;
  readonly log: string;
  readonly stacks: string;
  /** Unix sockets of the control database and the edge; short, as the kernel allows 107 bytes. */
  readonly sockets: string;
  readonly keyFile: string;
  readonly controlEnvFile: string;
  readonly settingsFile: string;
}

// Next bundles this file for the portal, and has no `import.meta.dirname`.
const projectRoot = resolve(fileURLToPath(import.meta.url), "../..");
const longestSocketDir = 70;

/**
 * Resolves the folders of an installation without creating them.
 * @throws namespace_invalid
 */
export function locateHome(env: NodeJS.ProcessEnv): Home {
  const namespace = parseNamespace(env.FREEHOLD_NAMESPACE || defaultNamespace);
  const root = resolve(
    env.FREEHOLD_HOME || join(projectRoot, "var", ...(namespace === defaultNamespace ? [] : ["namespaces", namespace])),
  );
  const sockets = join(root, "sockets");
  return {
    root,
    namespace,
    project: projectRoot,
    run: join(root, "run"),
    log: join(root, "log"),
    stacks: join(root, "stacks"),
    sockets:
      sockets.length <= longestSocketDir
        ? sockets
        : join("/tmp", `freehold-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`),
    keyFile: join(root, "secret.key"),
    controlEnvFile: join(root, "control.env"),
    settingsFile: join(root, "settings.json"),
  };
}

/**
 * Creates the folders (0700) and binds them to their namespace.
 * @throws home_in_use when the folder belongs to another namespace, home_unwritable
 */
export function prepareHome(home: Home): void {
  const owner = join(home.root, "namespace");
  try {
    for (const folder of [home.root, home.run, home.log, home.stacks, home.sockets]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
    if (!existsSync(owner)) writeFileSync(owner, `${home.namespace}\n`, { mode: 0o600 });
  } catch (error) {
    const why = whyNotWritten(error as NodeJS.ErrnoException);
    throw failure("home_unwritable", { home: home.root, why }, { cause: error });
  }
  const found = readFileSync(owner, "utf8").trim();
  if (found !== home.namespace) throw failure("home_in_use", { home: home.root, other: found });
}

function whyNotWritten({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "it belongs to somebody else";
    case "EROFS":
      return "its file system is read-only";
    case "ENOSPC":
      return "its disk is full";
    default:
      return message;
  }
}

/** What `up` was last asked for; the worker and the CLI read it. */
export interface Settings {
  readonly port: number;
  /** Loopback port of the portal, behind the edge. */
  readonly portalPort: number;
  /** Networks the guard keeps apart; missing in what was written before there was one. */
  readonly guardedNetworks?: readonly string[];
}

export function readSettings(home: Home): Settings | null {
  if (!existsSync(home.settingsFile)) return null;
  return JSON.parse(readFileSync(home.settingsFile, "utf8")) as Settings;
}

export function writeSettings(home: Home, settings: Settings): void {
  writeFileSync(home.settingsFile, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
}
