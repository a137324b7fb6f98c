import { request } from "../../e2e/support/request.ts";
import { runInContainer } from "../../lib/docker/run-in-container.ts";
import { containerName, projectName } from "../../lib/domain/names.ts";
import { type Installation, withInstallation } from "../support/installation.ts";
import { describeMachine, type Machine } from "../support/machine.ts";
import { say } from "../support/say.ts";
import { median, percentile, round } from "../support/statistics.ts";
import { connections, generateLoad, type Load } from "./generate-load.ts";
import { openStack } from "./open-stack.ts";
import { timePublishing } from "./time-publishing.ts";

/** Medians of the rounds. */
export interface SiteReport {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly pageBytes: number;
  /** A file of the page's size, from the same nginx. */
  readonly static: Load;
  readonly cached: Load;
  /** A search, which the API answers each time. */
  readonly uncached: Load;
  /** Requests per second of the cached page by those of the file, each round by itself. */
  readonly cachedRatio: number;
  readonly uncachedP95Ms: number;
  /** From Publish to the first answer with it, at the worst of the runs. */
  readonly publishVisibleMs: number;
  readonly publishVisibleMedianMs: number;
  readonly machine: Machine;
}

interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

const slug = "bench-site";
const publications = 10;
const warmUpSeconds = 2;

/** Measures the public site of one stack through the edge. */
export function benchSite({ rounds, seconds, signal }: BenchOptions): Promise<SiteReport> {
  say("Bringing up an installation for the measurement …");
  return withInstallation(signal, async (installation) => {
    const { port, engine } = installation;
    const stack = await openStack(installation, slug, signal);
    const { host } = stack;
    const page = await request(port, host, "/");
    const pageBytes = Buffer.byteLength(page.body);
    const targets = {
      static: { port, host, path: await placeFile(installation, pageBytes) },
      cached: { port, host, path: "/" },
      uncached: { port, host, path: "/search?q=bread" },
    };
    const loads = { static: [] as Load[], cached: [] as Load[], uncached: [] as Load[] };
    const kinds = ["static", "cached", "uncached"] as const;
    for (const kind of kinds) await generateLoad(targets[kind], warmUpSeconds);
    for (let round = 1; round <= rounds; round++) {
      for (const kind of kinds) {
        signal.throwIfAborted();
        const load = await generateLoad(targets[kind], seconds);
        loads[kind].push(load);
        say(`round ${round} of ${rounds}: ${kind} ${load.perSecond} a second, p95 ${load.p95Ms} ms`);
      }
    }
    const times = await timePublishing(stack, port, publications, signal);
    const ratios = loads.cached.map(({ perSecond }, round) => perSecond / (loads.static[round]?.perSecond ?? 0));
    const uncached = middle(loads.uncached);
    return {
      rounds,
      seconds,
      connections,
      pageBytes,
      static: middle(loads.static),
      cached: middle(loads.cached),
      uncached,
      cachedRatio: round(median(ratios), 2),
      uncachedP95Ms: uncached.p95Ms,
      publishVisibleMs: round(percentile(times, 1)),
      publishVisibleMedianMs: round(median(times)),
      machine: await describeMachine(engine),
    };
  });
}

const middle = (loads: readonly Load[]): Load => ({
  perSecond: round(median(loads.map(({ perSecond }) => perSecond))),
  p95Ms: round(median(loads.map(({ p95Ms }) => p95Ms)), 1),
});

/** A file in the media library's place on the volume. @returns its path on the site */
async function placeFile({ engine, home }: Installation, bytes: number): Promise<string> {
  const id = "00000000-0000-4000-8000-000000000000";
  const script = `import pathlib; p = pathlib.Path("/srv/media/public/${id}"); p.mkdir(parents=True); (p / "640.webp").write_bytes(b"x" * ${bytes})`;
  const api = containerName(projectName(home.namespace, slug), "api");
  const { code, stderr } = await runInContainer(engine, api, ["python3", "-c", script]);
  if (code !== 0) throw new Error(stderr);
  return `/_media/${id}/640.webp`;
}
