import type { Engine } from "../../docker/connect.ts";
import type { Home } from "../../home.ts";
import type { BuiltImage, ImageName } from "../../platform/build-images.ts";
import type { Reporter } from "../../platform/reporter.ts";
import type { Count } from "./count.ts";

/** What the parts of the suite are given. */
export interface Bench {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly reporter: Reporter;
  /** False with --no-install: nothing is installed on the machine. */
  readonly install: boolean;
  /** An empty folder for reports, removed after the run. */
  readonly scratch: string;
  /** The engine and the stack's images, made ready the first time a part asks. */
  engine(): Promise<Engine>;
  images(): Promise<Record<ImageName, BuiltImage>>;
  /** The one that the browser's tests share, brought up the first time a part asks. @throws when it does not come up */
  installation(program: RunInLog): Promise<Installation>;
  /** Removes it, if there is one. */
  removeInstallation(): Promise<void>;
}

export interface Installation {
  /** What leads the command line to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly portalUrl: string;
  /** A one-time link for its first admin. */
  readonly adminUrl: string;
}

export interface Part {
  readonly name: string;
  /** @param log runs a program in the project's folder; all it says goes to the part's log */
  run(bench: Bench, program: RunInLog): Promise<Count>;
}

export interface Outcome {
  /** Exit code, null when a signal ended it. */
  readonly code: number | null;
  /** What this program wrote. */
  readonly output: string;
}

export type RunInLog = (
  command: readonly string[],
  options?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string | undefined>> },
) => Promise<Outcome>;
