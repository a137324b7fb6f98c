import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { composeByHand } from "../support/compose.ts";
import { type Installation, projectFolder, sharedInstallation } from "../support/installation.ts";
import { slug } from "../support/slug.ts";
import { envFileOf, readStackEnv } from "../support/stack-env.ts";

/** The three points of the decision record's section “Confirmation”, in its own words. */

const tenants = [slug("adr"), slug("adr"), slug("adr")] as const;
const services = ["api", "db", "web"];
const secretNames = ["DB_PASSWORD", "SECRET_KEY", "CONTROL_TOKEN"];

let installation: Installation;
beforeAll(async () => {
  installation = await sharedInstallation();
  await Promise.all(tenants.map((tenant) => installation.json(["onboard", tenant])));
});

test("ADR confirmation 1: multi-instance deployment of the full stack using docker-compose.yml, with no resource conflicts", async () => {
  const seen = await Promise.all(
    tenants.map(async (tenant) => {
      const containers = await installation.docker.listContainers({
        filters: { label: [`com.docker.compose.project=${installation.namespace}-${tenant}`] },
      });
      const inspected = await Promise.all(containers.map(({ Id }) => installation.docker.getContainer(Id).inspect()));
      expect(containers.map(({ Labels }) => Labels["com.docker.compose.service"]).sort()).toEqual(services);
      expect(inspected.map(({ State }) => State.Running)).toEqual([true, true, true]);
      for (const { Labels } of containers) {
        expect(Labels["com.docker.compose.project.config_files"]).toBe(
          join(projectFolder, "stack", "docker-compose.yml"),
        );
      }
      expect((await installation.get(`${tenant}.localhost`)).status).toBe(200);
      const networks = inspected.flatMap(({ NetworkSettings }) => Object.values(NetworkSettings.Networks));
      return {
        networks: new Set(networks.map(({ NetworkID }) => NetworkID)),
        addresses: networks.map(({ IPAddress }) => IPAddress),
        volumes: inspected.flatMap(({ Mounts }) => Mounts.flatMap(({ Name }) => Name ?? [])),
      };
    }),
  );
  expect(seen.map(({ networks }) => networks.size)).toEqual([1, 1, 1]);
  expect(new Set(seen.flatMap(({ networks }) => [...networks])).size).toBe(3);
  expect(new Set(seen.flatMap(({ addresses }) => addresses)).size).toBe(9);
  expect(new Set(seen.flatMap(({ volumes }) => volumes)).size).toBe(6);
});

describe("ADR confirmation 2: all application secrets are externalised via .env files for each instance", () => {
  test("each instance has a file of its own that nobody else may read, with secrets nobody else has", () => {
    for (const tenant of tenants) {
      const file = envFileOf(installation, tenant);
      const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
      expect([mode(file), mode(dirname(file))]).toEqual(["600", "700"]);
    }
    const values = tenants.flatMap((tenant) => secretNames.map(readStackEnv(installation, tenant)));
    expect(new Set(values).size).toBe(tenants.length * secretNames.length);
    expect(values.filter((value) => value.length < 32)).toEqual([]);
  });

  test("the compose file names them and has none", () => {
    const text = readFileSync(join(projectFolder, "stack", "docker-compose.yml"), "utf8");
    for (const name of secretNames) {
      expect(text.match(new RegExp(`${name}:.*`, "g"))).toEqual(expect.arrayContaining([`${name}: \${${name}:?}`]));
      expect(text.replaceAll(`${name}: \${${name}:?}`, "")).not.toContain(name);
    }
  });

  test.each(secretNames)("an instance whose .env lacks %s does not start", async (name) => {
    const complete = readFileSync(envFileOf(installation, tenants[0]), "utf8");
    const folder = mkdtempSync(join(tmpdir(), `freehold-adr-${process.pid}-`));
    try {
      const file = join(folder, ".env");
      writeFileSync(file, complete.replace(new RegExp(`^${name}=.*\n`, "m"), ""), { mode: 0o600 });
      const ran = await composeByHand("fhtadr", file, ["config"]);
      expect(ran.code).not.toBe(0);
      expect(ran.stderr).toContain(`required variable ${name} is missing`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("the images hold none: their environment has no variable of that name", async () => {
    const containers = await installation.docker.listContainers({
      filters: { label: [`com.docker.compose.project=${installation.namespace}-${tenants[0]}`] },
    });
    expect(containers).toHaveLength(3);
    for (const { ImageID } of containers) {
      const { Config: config } = await installation.docker.getImage(ImageID).inspect();
      expect((config.Env ?? []).filter((line) => secretNames.includes(line.split("=")[0] ?? ""))).toEqual([]);
    }
  });
});

test("ADR confirmation 3: a simple script onboards and tears down an instance using the Docker Compose file structure", async () => {
  const tenant = slug("adr");
  expect(await installation.cli(["onboard", tenant])).toMatchObject({ code: 0 });
  const compose = await installation.cli(["compose", tenant, "ps", "--format", "json"]);
  expect(compose.code).toBe(0);
  const listed = compose.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { Service: string; State: string; Project: string });
  expect(listed.map(({ Service, State }) => `${Service} ${State}`).sort()).toEqual(
    services.map((service) => `${service} running`),
  );
  expect(new Set(listed.map(({ Project }) => Project))).toEqual(new Set([`${installation.namespace}-${tenant}`]));

  expect(await installation.cli(["teardown", tenant, "--purge", "--yes"])).toMatchObject({ code: 0 });
  const left = await installation.inventory();
  expect([...left.containers, ...left.networks, ...left.volumes].filter((name) => name.includes(tenant))).toEqual([]);
  expect((await installation.get(`${tenant}.localhost`)).status).toBe(404);
});
