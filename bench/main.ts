import { Command, InvalidArgumentError } from "commander";

/** `npm run bench -- onboard | footprint | portal | claim | site`: the measurements that README quotes. */

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) throw new InvalidArgumentError(`A whole number from ${least} on.`);
    return value;
  };
}

const interrupted = 130;
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

function print(document: unknown, lines: readonly string[], json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join("\n")}\n`);
}

const program = new Command("bench").description(
  "Measures Freehold on this machine, in an installation of its own that is removed at the end.",
);

program
  .command("onboard")
  .description("from command to a new client's first page: Docker Compose twice and ./freehold onboard, in turn")
  .option("--runs <n>", "measured runs of each", atLeast(1), 10)
  .option("--running <n>", "stacks that are up before it begins", atLeast(0), 0)
  .option("--json", "one JSON document on stdout", false)
  .action(async ({ runs, running, json }: { runs: number; running: number; json: boolean }) => {
    const { benchOnboard } = await import("./onboard/bench-onboard.ts");
    const { describeOnboard } = await import("./onboard/describe-onboard.ts");
    const report = await benchOnboard({ runs, running, signal: stopping.signal });
    print(report, describeOnboard(report), json);
  });

program
  .command("footprint")
  .description("memory of a running stack, and CPU while nobody visits any")
  .requiredOption("--stacks <n>", "how many are brought up", atLeast(1))
  .option("--json", "one JSON document on stdout", false)
  .action(async ({ stacks, json }: { stacks: number; json: boolean }) => {
    const { benchFootprint } = await import("./footprint/bench-footprint.ts");
    const { describeFootprint } = await import("./footprint/describe-footprint.ts");
    const report = await benchFootprint({ stacks, signal: stopping.signal });
    print(report, describeFootprint(report), json);
  });

program
  .command("portal")
  .description("server time and bytes of the portal's pages over a fleet of rows")
  .option("--tenants <n>", "how many are in the fleet", atLeast(1), 10_000)
  .option("--runs <n>", "measured requests of each page", atLeast(1), 100)
  .option("--json", "one JSON document on stdout", false)
  .action(async ({ tenants, runs, json }: { tenants: number; runs: number; json: boolean }) => {
    const { benchPortal } = await import("./portal/bench-portal.ts");
    const { describePortal } = await import("./portal/describe-portal.ts");
    const report = await benchPortal({ tenants, runs, signal: stopping.signal });
    print(report, describePortal(report), json);
  });

program
  .command("claim")
  .description("from a visitor's click to a page of the demo they got from the warm pool")
  .option("--runs <n>", "measured visitors", atLeast(1), 10)
  .option("--json", "one JSON document on stdout", false)
  .action(async ({ runs, json }: { runs: number; json: boolean }) => {
    const { benchClaim } = await import("./claim/bench-claim.ts");
    const { describeClaim } = await import("./claim/describe-claim.ts");
    const report = await benchClaim({ runs, signal: stopping.signal });
    print(report, describeClaim(report), json);
  });

program
  .command("site")
  .description(
    "the public site through the edge: a cached page, an uncached one and a file of the page's size, in turn",
  )
  .option("--rounds <n>", "how often each is measured", atLeast(1), 5)
  .option("--seconds <n>", "how long each time", atLeast(1), 5)
  .option("--json", "one JSON document on stdout", false)
  .action(async ({ rounds, seconds, json }: { rounds: number; seconds: number; json: boolean }) => {
    const { benchSite } = await import("./site/bench-site.ts");
    const { describeSite } = await import("./site/describe-site.ts");
    const report = await benchSite({ rounds, seconds, signal: stopping.signal });
    print(report, describeSite(report), json);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!stopping.signal.aborted) throw error;
  process.stderr.write("Stopped; everything that was made for the measurement is removed.\n");
  process.exitCode = interrupted;
}
