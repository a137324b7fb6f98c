import { signInWithLink } from "../../e2e/support/portal-session.ts";
import { request } from "../../e2e/support/request.ts";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { withInstallation } from "../support/installation.ts";
import { describeMachine, type Machine } from "../support/machine.ts";
import { say } from "../support/say.ts";
import { median, percentile, round } from "../support/statistics.ts";
import { seedFleet } from "./seed-fleet.ts";
import { type PageWeight, weighPage } from "./weigh-page.ts";

export interface PageReport extends PageWeight {
  readonly name: string;
  readonly path: string;
  readonly medianMs: number;
  readonly p95Ms: number;
}

export interface PortalReport {
  readonly tenants: number;
  readonly runs: number;
  readonly pages: readonly PageReport[];
  readonly machine: Machine;
}

interface BenchOptions {
  readonly tenants: number;
  readonly runs: number;
  readonly signal: AbortSignal;
}

const warmUps = 10;

/** Measures the pages of the production portal, signed in, through the edge, over a fleet of rows. */
export function benchPortal({ tenants, runs, signal }: BenchOptions): Promise<PortalReport> {
  say("Bringing up an installation for the measurement …");
  return withInstallation(signal, async (installation) => {
    const { home, env, port, releaseId } = installation;
    const link = await installation.freehold(["admin-link"], signal);
    const { adminUrl } = JSON.parse(link.stdout) as { adminUrl: string };
    say(`Writing ${tenants} tenants …`);
    const { slug } = await seedFleet(databaseUrl(home, env), { tenants, releaseId });
    const read = await signInWithLink(port, adminUrl);
    const pages: PageReport[] = [];
    for (const [name, path] of pagesOf(slug)) {
      signal.throwIfAborted();
      const first = await read(path);
      // A page that this version does not have is not measured; anything else is a fault.
      if (first.status === 404) {
        say(`${name}: there is no ${path}`);
        continue;
      }
      if (first.status !== 200) throw new Error(`${path} answered ${first.status}`);
      say(`Measuring ${name} …`);
      pages.push({ name, path, ...(await timePage(read, path, runs, signal)), ...(await weigh(port, first.body)) });
    }
    return { tenants, runs, pages, machine: await describeMachine(installation.engine) };
  });
}

const pagesOf = (slug: string): readonly (readonly [string, string])[] => [
  ["landing", "/"],
  ["fleet", "/admin"],
  ["fleet, grouped", "/admin?map=release"],
  ["fleet, searched", "/admin?q=client+77&sort=status"],
  ["queue", "/admin/applications"],
  ["decided", "/admin/applications?view=decided"],
  ["tenant", `/admin/tenants/${slug}`],
  ["audit", "/admin/audit"],
  ["people", "/admin/people"],
  ["demos", "/admin/demos"],
  ["settings", "/admin/settings"],
  ["client’s overview", `/t/${slug}`],
];

type Read = (path: string) => Promise<{ status: number; body: string }>;

/** From the request to the last byte, one after the other. */
async function timePage(read: Read, path: string, runs: number, signal: AbortSignal) {
  for (let run = 0; run < warmUps; run++) await read(path);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    signal.throwIfAborted();
    const begun = performance.now();
    const { status } = await read(path);
    times.push(performance.now() - begun);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  return { medianMs: round(median(times), 1), p95Ms: round(percentile(times, 0.95), 1) };
}

const weigh = (port: number, html: string): Promise<PageWeight> =>
  weighPage(html, async (path) => {
    const { status, body } = await request(port, "localhost", path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  });
