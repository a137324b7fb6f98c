import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listSubnets } from "../../lib/docker/list-subnets.ts";
import { chooseSubnetPool } from "../../lib/domain/subnet-pool.ts";
import { parseCidr, parseRouteTable } from "../../lib/domain/subnets.ts";
import { ensureComposePlugin } from "../../lib/platform/compose-plugin.ts";
import { silentReporter } from "../../lib/platform/reporter.ts";
import { type Installation, projectFolder, withInstallation } from "../support/installation.ts";
import { describeMachine, type Machine } from "../support/machine.ts";
import { onboardMany } from "../support/onboard-many.ts";
import { say } from "../support/say.ts";
import { bareCompose } from "./bare-compose.ts";
import { composeContender } from "./compose-contender.ts";
import type { Contender, ContenderName, Sample } from "./contender.ts";
import { freeholdContender } from "./freehold-contender.ts";
import { type OnboardSummary, summarise } from "./summarise.ts";

export interface OnboardOptions {
  readonly runs: number;
  /** Stacks that are up before the first run. */
  readonly running: number;
  readonly signal: AbortSignal;
}

export interface OnboardReport extends OnboardSummary {
  readonly runs: number;
  readonly running: number;
  /** Who went first, second and third in each run. */
  readonly order: readonly (readonly ContenderName[])[];
  readonly machine: Machine;
}

/** Measures the three ways to a client's CMS in turn, on the same images and the same compose file. */
export function benchOnboard({ runs, running, signal }: OnboardOptions): Promise<OnboardReport> {
  say("Bringing up an installation for the measurement …");
  return withInstallation(signal, async (installation) => {
    if (running > 0) say(`Bringing up ${running} stacks …`);
    await onboardMany(installation, running, signal);
    const { engine, home, env } = installation;
    await ensureComposePlugin(engine, { home, env, install: true, reporter: { ...silentReporter, say } });
    const contenders = await prepareContenders(installation);

    say("Warming up, once each …");
    for (const contender of contenders) await contender.run(signal);

    const samples: Record<ContenderName, Sample[]> = { composeWait: [], composeBare: [], freehold: [] };
    const order: ContenderName[][] = [];
    for (let run = 0; run < runs; run++) {
      const turns = rotate(contenders, run);
      order.push(turns.map(({ name }) => name));
      for (const { name, run: measure } of turns) {
        const sample = await measure(signal);
        samples[name].push(sample);
        say(`run ${run + 1} of ${runs}: ${name} ${Math.round(sample.firstAnswerMs)} ms`);
      }
    }
    return { ...summarise(samples), runs, running, order, machine: await describeMachine(installation.engine) };
  });
}

async function prepareContenders(installation: Installation): Promise<Contender[]> {
  const subnetPool = await foreignPool(installation);
  const file = join(projectFolder, "stack", "docker-compose.yml");
  const bareFile = join(installation.home.root, "bare-compose.yml");
  writeFileSync(bareFile, bareCompose(readFileSync(file, "utf8")));
  const compose = (name: "composeWait" | "composeBare", path: string, upArguments: string[], pool: string) =>
    composeContender(installation, { name, file: path, upArguments, subnetPool: pool });
  return [
    compose("composeWait", file, ["--wait"], subnetPool),
    compose("composeBare", bareFile, [], subnetPool),
    freeholdContender(installation),
  ];
}

/** Networks that neither the host, the engine nor the installation's stacks use. */
async function foreignPool({ engine, home, subnetPool }: Installation): Promise<string> {
  const routes = parseRouteTable(readFileSync("/proc/net/route", "utf8")).map(({ cidr }) => cidr);
  const networks = [subnetPool, ...(await listSubnets(engine))].map(parseCidr);
  const pool = chooseSubnetPool(home.namespace, [...routes, ...networks]);
  if (pool === null) throw new Error("no /16 below 10.0.0.0/8 is free on this machine");
  return pool;
}

/** Nobody goes first each time: what runs first may find caches cold, or warm them for the next. */
const rotate = <T>(items: readonly T[], by: number): T[] => {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
};
