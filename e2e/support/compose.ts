import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type Docker from "dockerode";
import { listSubnets } from "../../lib/docker/list-subnets.ts";
import { chooseSubnetPool } from "../../lib/domain/subnet-pool.ts";
import { firstFreeSubnet, parseCidr, parseRouteTable, serviceAddresses } from "../../lib/domain/subnets.ts";
import { locateHome } from "../../lib/home.ts";
import { ensureComposePlugin } from "../../lib/platform/compose-plugin.ts";
import { silentReporter } from "../../lib/platform/reporter.ts";
import { type Installation, projectFolder } from "./installation.ts";
import { type Ran, runProgram } from "./run-program.ts";

const composeFile = join(projectFolder, "stack", "docker-compose.yml");
const composeMs = 120_000;

/** Puts `docker compose` in place where there is none, as `./freehold test` does before all tests. */
export const ensureCompose = ({ docker, env }: Installation): Promise<void> =>
  ensureComposePlugin(
    { endpoint: "unix:///var/run/docker.sock", docker },
    { home: locateHome(env), env: process.env, install: true, reporter: silentReporter },
  );

/** Runs docker compose on stack/docker-compose.yml alone, as people do it by hand. */
export const composeByHand = (project: string, envFile: string, args: readonly string[]): Promise<Ran> =>
  runProgram(["docker", "compose", "-f", composeFile, "--env-file", envFile, "-p", project, ...args], process.env, {
    timeoutMs: composeMs,
  });

/** So many /28 networks that nothing on this machine or its engine uses. */
export async function freeSubnets(docker: Docker, count: number, seed: string): Promise<string[]> {
  const routes = parseRouteTable(await readFile("/proc/net/route", "utf8")).map(({ cidr }) => cidr);
  const used = await listSubnets({ endpoint: "unix:///var/run/docker.sock", docker });
  const pool = chooseSubnetPool(seed, [...routes, ...used.map(parseCidr)]);
  const chosen: string[] = [];
  while (chosen.length < count) {
    const subnet = pool && firstFreeSubnet(pool, chosen);
    if (!subnet) throw new Error("there is no free subnet for the test");
    chosen.push(subnet);
  }
  return chosen;
}

/** Writes an env file as README's “By hand” asks for, with secrets of its own. */
export function writeEnvFile(
  file: string,
  facts: { name: string; title: string; release: string; subnet: string },
): void {
  const { db, api, web } = serviceAddresses(facts.subnet);
  const secret = (): string => randomBytes(32).toString("hex");
  const variables = {
    RELEASE: facts.release,
    STACK_NAME: facts.name,
    SITE_NAME: JSON.stringify(facts.title),
    SITE_URL: `http://${facts.name}.localhost:8081`,
    HTTP_PORT: "0",
    SUBNET: facts.subnet,
    DB_ADDRESS: db,
    API_ADDRESS: api,
    WEB_ADDRESS: web,
    DB_PASSWORD: secret(),
    SECRET_KEY: secret(),
    CONTROL_TOKEN: secret(),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
}
