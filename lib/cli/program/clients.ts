import { type Command, InvalidArgumentError } from "commander";
import type { Run } from "./create-program.ts";
import { example } from "./installation.ts";

/** The commands that change what a client has. */
export function declareClients(program: Command, run: Run): void {
  program
    .command("onboard")
    .summary("give a client a CMS of its own, or one to each line of a list")
    .description(
      `Creates a client's account and waits until its CMS answers through the edge. Ends with the site's address and a one-time link for its first administrator.

With --from it goes through a CSV file instead: addresses are made from the names, one line is printed for each failure, and when it is run again it goes on where it stopped.`,
    )
    .argument("[slug]", "the client's address, the first label of its host name")
    .option("--name <name>", "the client's name (default: made from the slug)")
    .option("--owner <email>", "address of the person who owns the account")
    .option("--region <region>", "where its CMS shall run (default: the default region)")
    .option("--no-wait", "return when the account is created; the worker goes on by itself")
    .option("--timeout <seconds>", "longest wait, for each client", parseCount, 120)
    .option("--from <file>", "a CSV file with one client a line and a head line")
    .option("--name-column <column>", "the column with the names (default: name, company or security)")
    .option("--limit <count>", "only so many lines, from the first on", parseCount)
    .option("--concurrency <count>", "how many at once", parseCount, 4)
    .addHelpText(
      "after",
      example(
        `./freehold onboard acme --name "Acme Inc." --owner jo@acme.example`,
        "./freehold onboard --from clients.csv --name-column Company --limit 50",
        "./freehold onboard acme --json",
      ),
    )
    .action(run(async () => (await import("../commands/onboard.ts")).onboard));

  program
    .command("teardown")
    .summary("close a client's CMS; with --purge delete its data for good")
    .description(
      `Closes the site and stops its containers. Data is kept for 14 days, and ./freehold onboard SLUG brings it back. With --purge everything of the client is deleted at once and for good; the slug has to be typed to confirm, or --yes given.`,
    )
    .argument("<slug>")
    .option("--purge", "delete all data, now")
    .option("--yes", "do not ask")
    .option("--reason <text>", "why, for the audit trail")
    .option("--no-wait", "return at once; the worker goes on by itself")
    .option("--timeout <seconds>", "longest wait", parseCount, 120)
    .addHelpText("after", example("./freehold teardown acme", "./freehold teardown acme --purge --yes"))
    .action(run(async () => (await import("../commands/teardown.ts")).teardown));

  program
    .command("suspend")
    .summary("close a client's site for visitors, with a reason they read")
    .description("Closes the site at the edge, stops its containers and tells its owners by mail. Data is kept.")
    .argument("<slug>")
    .requiredOption("--reason <text>", "why; visitors and the client read it")
    .addHelpText("after", example('./freehold suspend acme --reason "The invoice of March is open."'))
    .action(run(async () => (await import("../commands/suspend.ts")).suspend));

  program
    .command("resume")
    .summary("bring a suspended or closed client back")
    .description("Takes a suspension back, or a closing within its 14 days.")
    .argument("<slug>")
    .action(run(async () => (await import("../commands/resume.ts")).resume));

  program
    .command("restart")
    .summary("start a client's services anew")
    .description("Stops and starts one service, or all of them in order. The site is away for some seconds.")
    .argument("<slug>")
    .option("--service <service>", "db, api or web (default: all)")
    .action(run(async () => (await import("../commands/restart.ts")).restart));

  program
    .command("retry")
    .summary("try again what failed for good, after its cause is gone")
    .description("Clears a stack's terminal error and wakes the worker.")
    .argument("<slug>")
    .action(run(async () => (await import("../commands/retry.ts")).retry));
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1) throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return count;
}
