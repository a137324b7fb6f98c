import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composeByHand, ensureCompose, freeSubnets, writeEnvFile } from "../support/compose.ts";
import { eventually } from "../support/eventually.ts";
import { type Installation, sharedInstallation } from "../support/installation.ts";
import { pageTitle } from "../support/page-title.ts";
import { request } from "../support/request.ts";

const folder = mkdtempSync(join(tmpdir(), `freehold-by-hand-${process.pid}-`));
const projects = [
  { name: `fhtone${process.pid}`, title: "One & Only" },
  { name: `fhttwo${process.pid}`, title: "The Second" },
] as const;
const envFileOf = (name: string): string => join(folder, `${name}.env`);

let installation: Installation;
beforeAll(async () => {
  installation = await sharedInstallation();
  await ensureCompose(installation);
  const [release] = await installation.sql<{ id: string }>("SELECT id FROM releases ORDER BY created_at DESC LIMIT 1");
  const subnets = await freeSubnets(installation.docker, projects.length, projects[0].name);
  projects.forEach(({ name, title }, at) => {
    writeEnvFile(envFileOf(name), { name, title, release: release?.id ?? "", subnet: subnets[at] ?? "" });
  });
});
afterAll(async () => {
  for (const { name } of projects) await composeByHand(name, envFileOf(name), ["down", "-v"]);
  rmSync(folder, { recursive: true });
});

test("docker compose alone, with two env files, gives two working instances with no conflict, and takes them away", async () => {
  for (const { name } of projects) {
    expect(await composeByHand(name, envFileOf(name), ["up", "-d", "--no-build"])).toMatchObject({ code: 0 });
  }
  for (const { name, title } of projects) {
    const published = await composeByHand(name, envFileOf(name), ["port", "web", "8080"]);
    const port = Number(published.stdout.trim().split(":")[1]);
    await eventually(
      async () => {
        const { status, body } = await request(port, `${name}.localhost`, "/");
        expect([status, status === 200 && pageTitle(body)]).toEqual([200, title]);
      },
      { timeoutMs: 60_000 },
    );
  }

  for (const { name } of projects) {
    expect(await composeByHand(name, envFileOf(name), ["down", "-v"])).toMatchObject({ code: 0 });
    const filters = { label: [`com.docker.compose.project=${name}`] };
    const { docker } = installation;
    expect(await docker.listContainers({ all: true, filters })).toEqual([]);
    expect(await docker.listNetworks({ filters })).toEqual([]);
    expect((await docker.listVolumes({ filters })).Volumes ?? []).toEqual([]);
  }
});
