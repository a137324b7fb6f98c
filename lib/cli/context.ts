import { type Home, locateHome } from "../home.ts";
import { Output } from "./output.ts";

/** What every command is given. */
export interface Context {
  readonly home: Home;
  /** The process's environment, with --namespace put into it. */
  readonly env: NodeJS.ProcessEnv;
  readonly out: Output;
  /** False with --no-install: nothing is installed on the machine. */
  readonly install: boolean;
}

export interface GlobalOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly namespace?: string;
  readonly install?: boolean;
}

/** @throws namespace_invalid */
export function createContext(options: GlobalOptions, processEnv: NodeJS.ProcessEnv): Context {
  const env = options.namespace === undefined ? processEnv : { ...processEnv, FREEHOLD_NAMESPACE: options.namespace };
  return {
    home: locateHome(env),
    env,
    out: new Output({ json: options.json === true, verbose: options.verbose === true }, env),
    install: options.install !== false,
  };
}
