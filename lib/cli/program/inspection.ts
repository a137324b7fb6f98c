import { type Command, InvalidArgumentError } from "commander";
import type { Run } from "./create-program.ts";
import { example } from "./installation.ts";

/** The commands that only look. */
export function declareInspection(program: Command, run: Run): void {
  program
    .command("list")
    .summary("the fleet: every client with its status, address and services")
    .description(
      "Lists every client that is not purged, oldest first. A line below says what else runs: the warm pool and demos.",
    )
    .option("--demos", "the stacks that are no client's instead: the warm pool and visitors' demos")
    .action(run(async () => (await import("../commands/list.ts")).list));

  program
    .command("status")
    .summary("one client: services, addresses, memory, last operations, problem and remedy")
    .description(
      "Shows one client: what should be, what was seen, its services with addresses and memory, its last operations. A stack that is no client's goes by the name that list --demos shows.",
    )
    .argument("<slug>")
    .action(run(async () => (await import("../commands/status.ts")).status));

  program
    .command("plan")
    .summary("what reconcile would do now, and why")
    .description(
      "Compares what should be with what Docker reports and prints the difference as operations. Changes nothing. A stack that is no client's goes by its name.",
    )
    .argument("<slug>")
    .action(run(async () => (await import("../commands/plan.ts")).plan));

  program
    .command("logs")
    .summary("a client's logs, straight from its containers")
    .description("Prints what a client's services wrote. A stack that is no client's goes by its name.")
    .argument("<slug>")
    .option("--service <service>", "only this one: db, api or web")
    .option("-f, --follow", "go on until Ctrl-C")
    .option("--tail <lines>", "how many lines to begin with", "200")
    .action(run(async () => (await import("../commands/logs.ts")).logs));

  program
    .command("mail")
    .summary("the outbox: what was mailed, or would have been without SMTP_URL")
    .description(
      "Prints the newest mails of the outbox. Without SMTP_URL nothing leaves this machine, and links are read here. What a server took has no text any more.",
    )
    .option("--to <address>", "only mails to this address")
    .option("--last <count>", "how many", parseCount, 10)
    .action(run(async () => (await import("../commands/mail.ts")).mail));

  program
    .command("open")
    .summary("print a client's address, and open it in a browser where there is one")
    .description("Prints a client's address, and opens it in a browser where there is one.")
    .argument("<slug>")
    .action(run(async () => (await import("../commands/open.ts")).open));

  program
    .command("compose")
    .summary("run docker compose on a client's stack")
    .description(
      "Runs docker compose with the stack's project, file and env file. Everything after the slug goes to it.",
    )
    .argument("<slug>")
    .argument("<args...>")
    .addHelpText("after", example("./freehold compose acme ps", "./freehold compose acme logs --tail 20 api"))
    .action(run(async () => (await import("../commands/compose.ts")).compose));
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d{1,4}$/.test(text) || count < 1) throw new InvalidArgumentError("It must be 1–9999.");
  return count;
}
