import { networkInterfaces } from "node:os";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { label, platformStack } from "../../lib/domain/names.ts";
import { serviceAddresses } from "../../lib/domain/subnets.ts";
import { exec } from "../support/exec.ts";
import { hostListeners, isProcessOf } from "../support/host-listeners.ts";
import { type Installation, sharedInstallation } from "../support/installation.ts";
import { pageTitle } from "../support/page-title.ts";
import { scanFrom } from "../support/port-scan.ts";
import { request } from "../support/request.ts";
import { slug } from "../support/slug.ts";
import { readStackEnv } from "../support/stack-env.ts";

const services = ["db", "api", "web"] as const;
const [anna, berta] = [slug("anna"), slug("berta")];
const names = { [anna]: "Anna & Daughters", [berta]: "Berta's “Bakery”" };

let installation: Installation;
beforeAll(async () => {
  installation = await sharedInstallation();
  for (const [tenant, name] of Object.entries(names)) await installation.json(["onboard", tenant, "--name", name]);
});

const addressesOf = (tenant: string) => serviceAddresses(readStackEnv(installation, tenant)("SUBNET"));
const containerOf = (tenant: string, service: string): string => `${installation.namespace}-${tenant}-${service}-1`;

describe("two tenants side by side", () => {
  test("serve different content, each under its own host", async () => {
    const [first, second] = await Promise.all([anna, berta].map((tenant) => installation.get(`${tenant}.localhost`)));
    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(pageTitle(first?.body ?? "")).toBe(names[anna]);
    expect(pageTitle(second?.body ?? "")).toBe(names[berta]);
    expect(first?.body).not.toContain("Berta");
    expect(second?.body).not.toContain("Anna");
  });

  test.each([
    [anna, berta],
    [berta, anna],
  ])("the database of %s takes its own password and refuses that of %s", async (own, other) => {
    const { db: address } = addressesOf(own);
    expect(await signIn(address, readStackEnv(installation, own)("DB_PASSWORD"))).toBe("accepted");
    // 28P01: invalid_password
    expect(await signIn(address, readStackEnv(installation, other)("DB_PASSWORD"))).toBe("28P01");
  });
});

async function signIn(host: string, password: string): Promise<string> {
  const client = new pg.Client({ host, port: 5432, user: "cms", database: "cms", password, ssl: false });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return "accepted";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end();
  }
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const likelyPorts = [22, 80, 443, 2019, 2375, 2376, 3000, ...range(5400, 5450), ...range(8000, 8100)];
const hostAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);

describe.each([anna, berta])("from inside %s", (own) => {
  const other = own === anna ? berta : anna;

  test.each(services)("%s reaches its own stack and nothing of another", async (service) => {
    const container = containerOf(own, service);
    const { db, api, web } = addressesOf(own);
    const ownPorts = [`${db}:5432`, `${api}:8000`, `${web}:8080`];
    const reachable = await scanFrom(
      installation.docker,
      container,
      [db, api, web].map((address) => ({ address, ports: likelyPorts })),
    );
    expect(reachable.sort(), "the scanner finds what there is to find").toEqual(ownPorts.sort());

    const others = Object.values(addressesOf(other));
    expect(
      await scanFrom(
        installation.docker,
        container,
        others.map((address) => ({ address, ports: likelyPorts })),
      ),
    ).toEqual([]);
  });

  test.each(services)("%s reaches no port of this machine but the edge's", async (service) => {
    const containerIds = await platformContainerIds();
    const listeners = hostListeners();
    const ours = (pids: readonly number[]): boolean =>
      pids.some((pid) => isProcessOf(pid, installation.namespace, containerIds));
    expect(
      listeners.some(({ port, loopback, pids }) => port === installation.port && !loopback && ours(pids)),
      "the edge is among the listeners",
    ).toBe(true);
    expect(
      listeners.some(({ loopback, pids }) => loopback && ours(pids)),
      "so is the portal",
    ).toBe(true);

    // What strangers on this machine open to the world is theirs to answer for; an SSH server, say.
    const strangers = listeners.filter(({ loopback, pids }) => !loopback && !ours(pids)).map(({ port }) => port);
    const ports = [...new Set(listeners.map(({ port }) => port))];
    const addresses = hostAddresses();
    expect(addresses).not.toEqual([]);
    const reachable = await scanFrom(
      installation.docker,
      containerOf(own, service),
      addresses.map((address) => ({ address, ports })),
    );
    const found = new Set(reachable.map((target) => Number(target.split(":")[1])));
    expect([...found].filter((port) => !strangers.includes(port))).toEqual([installation.port]);
  });

  test.each(services)("%s has no socket of the engine, the edge or the control database in sight", async (service) => {
    const { docker } = installation;
    const container = containerOf(own, service);
    const find = [
      "find",
      "/",
      "-path",
      "/proc",
      "-prune",
      "-o",
      "-path",
      "/sys",
      "-prune",
      "-o",
      "-type",
      "s",
      "-print",
    ];
    // What it may not look into is not in its sight.
    const sockets = await exec(docker, container, ["sh", "-c", `${find.join(" ")} 2>/dev/null || true`]);
    expect(sockets.trim().split("\n").filter(Boolean)).toEqual(
      service === "db" ? ["/run/postgresql/.s.PGSQL.5432"] : [],
    );
    const abstract = await exec(docker, container, ["cat", "/proc/net/unix"]);
    expect(abstract).not.toMatch(/@.*(containerd|docker)/);

    const { Mounts: mounts, HostConfig: host } = await docker.getContainer(container).inspect();
    expect(mounts.filter(({ Type }) => Type === "bind")).toEqual([]);
    expect([host.Privileged, host.PidMode, host.IpcMode, host.NetworkMode === "host"]).toEqual([
      false,
      "",
      "private",
      false,
    ]);
  });

  test.each(services)("%s has no IPv6 way around", async (service) => {
    const addresses = await exec(installation.docker, containerOf(own, service), ["cat", "/proc/net/if_inet6"]);
    expect(addresses.split("\n").filter((line) => line !== "" && !/\slo$/.test(line))).toEqual([]);
  });
});

test("the control database has no address at all", async () => {
  const controldb = installation.docker.getContainer(`${installation.namespace}-controldb-1`);
  const { NetworkSettings: network } = await controldb.inspect();
  expect(Object.keys(network.Networks)).toEqual(["none"]);
  expect(Object.values(network.Networks).map(({ IPAddress }) => IPAddress)).toEqual([""]);
});

test("the edge's admin API is not served through its port", async () => {
  for (const path of ["/config", "/load", "/id/edge", "/reverse_proxy/upstreams"]) {
    for (const host of ["localhost", "127.0.0.1", "", "nobody.example"]) {
      expect([host, path, (await request(installation.port, host, path)).status]).toEqual([host, path, 404]);
    }
    expect((await request(installation.port, "nobody.example", path)).body).toBe("Not found.\n");
  }
});

async function platformContainerIds(): Promise<string[]> {
  const filters = { label: [`${label.namespace}=${installation.namespace}`, `${label.stack}=${platformStack}`] };
  return (await installation.docker.listContainers({ filters })).map(({ Id }) => Id);
}
