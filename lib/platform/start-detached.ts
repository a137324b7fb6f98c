import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Home } from "../home.ts";

/** Starts the supervisor in a session of its own; it outlives this process and its terminal. */
export function startDetached(home: Home, env: NodeJS.ProcessEnv): void {
  const log = openSync(join(home.log, "supervisor.log"), "a", 0o600);
  const main = join(home.project, "lib", "platform", "supervisor-main.ts");
  const child = spawn(process.execPath, [...process.execArgv, main], {
    cwd: home.project,
    env: { ...env, FREEHOLD_HOME: home.root, FREEHOLD_NAMESPACE: home.namespace },
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
}
