import { Command } from "commander";
import { type Context, createContext, type GlobalOptions } from "../context.ts";
import { declareClients } from "./clients.ts";
import { declareInspection } from "./inspection.ts";
import { declareInstallation } from "./installation.ts";

/** A command's body: the context, then the arguments as declared, then its own options. */
export type Body = (context: Context, ...args: never[]) => Promise<number | undefined>;
/** Turns the lazy import of a body into what commander calls. */
export type Run = (load: () => Promise<Body>) => (...args: unknown[]) => Promise<void>;

const description = "A CMS of one's own for every client: own containers, own PostgreSQL, own network, own secrets.";

const closing = `
Examples:
  ./freehold up                              everything up, on http://localhost:8080
  ./freehold onboard acme --name "Acme Inc." a CMS at http://acme.localhost:8080
  ./freehold onboard --from clients.csv      one for each line of a list
  ./freehold list                            the whole fleet
  ./freehold teardown acme                   close it, with 14 days to change one's mind

Environment:
  FREEHOLD_HOME         where this installation keeps its files (default: var/)
  FREEHOLD_NAMESPACE    separates installations on one Docker Engine (default: freehold)
  FREEHOLD_SECRET_KEY   the key that secrets are sealed with, instead of a file
  DATABASE_URL          a PostgreSQL of your own for the control database
  DOCKER_HOST           the Docker Engine, when it is not at /var/run/docker.sock
  NO_COLOR              no colours`;

/**
 * Declares the command line. Bodies are imported when their command is called, so that starting
 * stays quick.
 * @param onExit receives the exit code of the command that ran
 */
export function createProgram(version: string, env: NodeJS.ProcessEnv, onExit: (code: number) => void): Command {
  const program = new Command("freehold")
    .description(description)
    .version(version, "-V, --version", "print the version")
    .option("--json", "one JSON document on stdout, everything else on stderr")
    .option("--namespace <name>", "the installation to work on, when there are several on one engine")
    .option("--verbose", "more about errors: causes and stack traces")
    .option("--no-install", "install nothing on this machine; say what is missing instead")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", closing)
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .showSuggestionAfterError();

  const run: Run =
    (load) =>
    async (...args) => {
      const command = args.at(-1) as Command;
      const context = createContext(command.optsWithGlobals<GlobalOptions>(), env);
      const body = (await load()) as (context: Context, ...rest: unknown[]) => Promise<number | undefined>;
      onExit((await body(context, ...args.slice(0, -1))) ?? 0);
    };
  declareInstallation(program, run);
  declareClients(program, run);
  declareInspection(program, run);
  return program;
}
