import { CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { failure } from "../errors.ts";
import { createProgram } from "./program/create-program.ts";
import { shieldComposeArguments } from "./program/shield-compose-arguments.ts";
import { reportError } from "./report-error.ts";

const interrupted = 130;

/** Ctrl-C ends any command at once, unless the command took the signal over (as `up` does). */
function endOnInterrupt(): void {
  process.exit(interrupted);
}

/** `freehold list | head` closes our stdout early; that is no error. */
function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}

async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes("--json");
  const verbose = argv.includes("--verbose");
  let exitCode = 0;
  const program = createProgram(packageJson.version, process.env, (code) => {
    exitCode = code;
  });
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(shieldComposeArguments(argv), { from: "user" });
    return exitCode;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) return reportError(thrown, { json, verbose });
    if (thrown.exitCode === 0 || thrown.code === "commander.help") return 0;
    return reportError(failure("usage", { why: asSentence(thrown.message) }), { json, verbose });
  }
}

function asSentence(commanderMessage: string): string {
  const text = commanderMessage.replace(/^error: /, "").replaceAll("\n", " ");
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`;
}

process.once("SIGINT", endOnInterrupt);
process.stdout.on("error", endOnBrokenPipe);
process.exitCode = await main(process.argv.slice(2));
