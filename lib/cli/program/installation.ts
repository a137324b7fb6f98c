import { type Command, InvalidArgumentError } from "commander";
import type { Run } from "./create-program.ts";

/** The commands about the installation itself. */
export function declareInstallation(program: Command, run: Run): void {
  program
    .command("up")
    .summary("bring everything up: engine, images, control database, edge, guard, portal, worker")
    .description(
      `Brings everything up and keeps portal and worker running until Ctrl-C; clients' sites go on running after that. What is there already is left alone, so a second run takes seconds.

On Debian and Ubuntu a missing Docker Engine is installed (as root or with sudo), saying so first.`,
    )
    .option("--port <port>", "port of the edge, for portal and sites (default: 8080, or the last one used)", parsePort)
    .option("--detach", "return when everything is up, and leave portal and worker running")
    .addHelpText("after", example("./freehold up --port 80 --detach", "./freehold up --json --detach"))
    .action(run(async () => (await import("../commands/up.ts")).up));

  program
    .command("down")
    .summary("stop portal and worker; with --all edge, control database and stacks too")
    .description("Stops portal and worker. Sites go on running. With --all everything stops; data is always kept.")
    .option("--all", "also stop every stack, the guard, the edge and the control database")
    .action(run(async () => (await import("../commands/down.ts")).down));

  program
    .command("admin-link")
    .summary("print a new one-time link for an admin of the portal")
    .description(
      "Prints a link that signs an admin in once. Without an address: the first admin, made when there is none.",
    )
    .argument("[email]", "the admin's address")
    .action(run(async () => (await import("../commands/admin-link.ts")).adminLink));

  program
    .command("doctor")
    .summary("check engine, images, isolation, database, edge, ports, subnets, disk, clock, secret files, orphans")
    .description(
      "Checks everything Freehold stands on and says for each problem what to do. Exit code 1 when a check fails.",
    )
    .action(run(async () => (await import("../commands/doctor.ts")).doctor));

  const audit = program
    .command("audit")
    .summary("verify or export the audit trail")
    .description(
      "The audit trail: who did what, to whom, why and from where, each event chained to the one before by its hash.",
    );
  audit
    .command("verify")
    .description("Recomputes every hash of the chain. Exit code 1 at the first event that does not match.")
    .action(run(async () => (await import("../commands/audit.ts")).auditVerify));
  audit
    .command("export")
    .description(
      "Prints all events, one JSON object a line (with --json: one array). Anyone can verify the export offline.",
    )
    .action(run(async () => (await import("../commands/audit.ts")).auditExport));

  program
    .command("test")
    .summary("run all tests, with everything they need")
    .description(
      "Runs the whole suite, on a real Docker Engine and in a real Chromium; CONTRIBUTING.md says what each part is.",
    )
    .argument("[parts...]", "only these: lint, types, unit, database, engine, stack, editor, portal, cms, alone")
    .allowUnknownOption()
    .action(run(async () => (await import("../commands/test.ts")).test));

  program
    .command("dev")
    .summary("work on Freehold: portal in development mode, worker restarted on change")
    .description(
      "Like up, but the portal runs in Next's development mode and the worker starts again when its code changes.",
    )
    .option("--port <port>", "port of the edge", parsePort)
    .action(run(async () => (await import("../commands/dev.ts")).dev));
}

export function example(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new InvalidArgumentError("It must be 1–65535.");
  return port;
}
