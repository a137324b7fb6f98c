import type { Home } from "../home.ts";
import { removePid, writePid } from "./pid-file.ts";
import type { Program } from "./programs.ts";
import { supervise } from "./supervise.ts";

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Supervised {
  /** Resolves with the signal that ended it, after everything has stopped. */
  readonly done: Promise<NodeJS.Signals>;
  /** Stops everything without a signal. */
  stop(): Promise<void>;
}

/** Makes this process the supervisor of the programs until it is told to stop. */
export function runSupervised(home: Home, programs: readonly Program[], say: (text: string) => void): Supervised {
  writePid(home, "supervisor", process.pid);
  const supervisor = supervise(home, programs, say);
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    removePid(home, "supervisor");
  };
  const done = new Promise<NodeJS.Signals>((resolve, reject) => {
    let stopping = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      // A second Ctrl-C while stopping is impatience, not another wish.
      if (stopping) return;
      stopping = true;
      stop().then(() => resolve(signal), reject);
    };
    process.removeAllListeners("SIGINT");
    for (const signal of stopSignals) process.on(signal, onSignal);
  });
  return { done, stop };
}
