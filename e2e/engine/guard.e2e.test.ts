import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { label } from "../../lib/domain/names.ts";
import { parseNamespace } from "../../lib/domain/namespace.ts";
import { serviceAddresses } from "../../lib/domain/subnets.ts";
import { guardContainer } from "../../lib/platform/look-at-guard.ts";
import { eventually } from "../support/eventually.ts";
import { behindItsBack } from "../support/fault-process.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { scanFrom } from "../support/port-scan.ts";
import { bridgeOf, type Ip, ipOnHost, rulesOf, withFirewallOpen } from "../support/routing-rules.ts";
import { readStackEnv } from "../support/stack-env.ts";

/** What docs/decisions/0013 promises: between stacks nothing passes, whatever becomes of the firewall. */

const [anna, berta, carla] = ["anna", "berta", "carla"] as const;
/** Of documentation's addresses (RFC 5737): as another installation's guard has rules for its pool. */
const foreignPool = "198.51.100.0/24";

let installation: Installation;
let ip: Ip;
let pool: string;
const guard = () => installation.docker.getContainer(guardContainer(parseNamespace(installation.namespace)));
const containerOf = (slug: string, service: string): string => `${installation.namespace}-${slug}-${service}-1`;
const networkOf = (slug: string): string => `${installation.namespace}-${slug}_default`;
const stranger = () => `${installation.namespace}-stranger`;

beforeAll(async () => {
  installation = await startInstallation();
  for (const slug of [anna, berta]) await installation.json(["onboard", slug]);
  ip = await ipOnHost(installation);
  const [engine] = await installation.sql<{ subnet_pool: string }>("SELECT subnet_pool FROM engines");
  pool = engine?.subnet_pool ?? "";
  // Somebody else's container, on Docker's own network; it takes connections on 8080.
  const { docker } = installation;
  const { Image: image } = await docker.getContainer(containerOf(anna, "db")).inspect();
  const listen = `use Socket; socket(S, PF_INET, SOCK_STREAM, 0); bind(S, pack_sockaddr_in(8080, INADDR_ANY));
    listen(S, 9); while (accept(C, S)) { close C }`;
  const labels = { [label.namespace]: installation.namespace };
  const made = { name: stranger(), Image: image, Entrypoint: ["perl", "-e", listen], Cmd: [], Labels: labels };
  await (await docker.createContainer(made)).start();
});
afterAll(() => installation?.destroy());

const guardedRules = async (network = pool): Promise<string[]> =>
  (await ip("rule", "show")).split("\n").filter((line) => line.includes(network));
const isolation = async (): Promise<{ status: string; message: string; remedy: string } | undefined> => {
  const { stdout } = await installation.cli(["doctor", "--json"]);
  return (JSON.parse(stdout) as { check: string; status: string; message: string; remedy: string }[]).find(
    ({ check }) => check === "isolation",
  );
};
const expectGuarded = async (): Promise<void> => {
  expect(await guardedRules()).toHaveLength(rulesOf(pool).length);
  expect(await isolation()).toMatchObject({ status: "ok" });
};

describe.each(["another stack", "a stranger's container"])("with the firewall open between a stack and %s", (who) => {
  const network = () => (who === "another stack" ? networkOf(anna) : "bridge");
  const outside = () => (who === "another stack" ? containerOf(anna, "db") : stranger());

  /** What gets through, from outside to the stack and back. */
  async function passing(): Promise<string[]> {
    const { docker } = installation;
    const { db, web } = serviceAddresses(readStackEnv(installation, berta)("SUBNET"));
    const { NetworkSettings: settings } = await docker.getContainer(outside()).inspect();
    const there = settings.Networks[network()]?.IPAddress ?? "";
    const inwards = await scanFrom(docker, outside(), [
      { address: web, ports: [8080] },
      { address: db, ports: [5432] },
    ]);
    const outwards = await scanFrom(docker, containerOf(berta, "api"), [{ address: there, ports: [5432, 8080] }]);
    return [...inwards.map(() => "in"), ...outwards.map(() => "out")];
  }
  const bridges = async () =>
    [await bridgeOf(installation, network()), await bridgeOf(installation, networkOf(berta))] as [string, string];

  test("nothing passes; without the guard's rules it would", async () => {
    await expectGuarded();
    await withFirewallOpen(await bridges(), async (openAnew) => {
      expect(await passing()).toEqual([]);
      await behindItsBack(installation, async () => {
        await guard().pause();
        try {
          for (const rule of rulesOf(pool)) await ip("rule", "del", ...rule);
          await eventually(async () => {
            await openAnew();
            expect(await passing(), "the firewall is open").toEqual(["in", "in", "out"]);
          });
        } finally {
          await guard().unpause();
        }
      });
      await eventually(expectGuarded);
      expect(await passing()).toEqual([]);
    });
  });
});

test("rules that somebody deletes are put back at once", async () => {
  for (const rule of rulesOf(pool)) {
    await ip("rule", "del", ...rule);
    await eventually(expectGuarded, { timeoutMs: 5_000 });
  }
});

test("a guard that somebody kills leaves its rules; doctor says so, and the worker starts it again", async () => {
  await behindItsBack(installation, async () => {
    await guard().kill();
    expect(await guardedRules()).toHaveLength(rulesOf(pool).length);
    expect(await isolation()).toMatchObject({
      status: "fail",
      message: expect.stringContaining("the guard does not run"),
      remedy: expect.stringContaining("./freehold up"),
    });
  });
  await eventually(expectGuarded);

  await guard().kill();
  await eventually(async () => expect((await guard().inspect()).State.Running).toBe(true), { timeoutMs: 10_000 });
  await eventually(expectGuarded);
});

test("with no guard no stack is started, and the client says why; it finishes by itself once there is one", async () => {
  await guard().remove({ force: true });
  const refused = await installation.cli(["onboard", carla, "--timeout", "5"]);
  expect(refused.code).not.toBe(0);
  const problem = { code: "isolation_missing", remedy: expect.stringContaining("./freehold up") };
  expect(await installation.json(["status", carla])).toMatchObject({ problem });
  expect((await installation.inventory()).containers.filter((name) => name.includes(`-${carla}-`))).toEqual([]);
  // What runs goes on.
  expect((await installation.get(`${anna}.localhost`)).status).toBe(200);

  await installation.json(["up", "--detach"]);
  await expectGuarded();
  await eventually(async () => expect((await installation.get(`${carla}.localhost`)).status).toBe(200), {
    timeoutMs: 90_000,
  });
});

test("stopping everything takes the rules away, and nobody else's; so does removing what a crash left", async () => {
  for (const rule of rulesOf(foreignPool)) {
    // A run that was killed may have left it.
    await ip("rule", "del", ...rule).catch(() => undefined);
    await ip("rule", "add", ...rule);
  }
  try {
    await installation.json(["down", "--all"]);
    expect(await guardedRules()).toEqual([]);
    expect(await guardedRules(foreignPool)).toHaveLength(rulesOf(foreignPool).length);

    await installation.json(["up", "--detach"]);
    await expectGuarded();
    // Not to be brought back by the worker; a stopped process can be killed.
    process.kill(installation.workerPid(), "SIGSTOP");
    await guard().kill();
    await installation.destroy();
    expect(await guardedRules()).toEqual([]);
    expect(await guardedRules(foreignPool)).toHaveLength(rulesOf(foreignPool).length);
  } finally {
    for (const rule of rulesOf(foreignPool)) await ip("rule", "del", ...rule);
    await installation.destroy();
  }
});
