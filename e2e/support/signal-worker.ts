import { readFileSync } from "node:fs";
import { join } from "node:path";
import { locateHome } from "../../lib/home.ts";

/** Holds the worker of the installation under test, or lets it go on. */
export const signalWorker = (signal: "SIGSTOP" | "SIGCONT"): void => {
  process.kill(Number(readFileSync(join(locateHome(process.env).run, "worker.pid"), "utf8")), signal);
};
