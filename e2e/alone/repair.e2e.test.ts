import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { label } from "../../lib/domain/names.ts";
import { eventually } from "../support/eventually.ts";
import { restartEngine, strangersOn } from "../support/fault-engine.ts";
import { behindItsBack } from "../support/fault-process.ts";
import {
  causesSince,
  lastOperationId,
  removeNetworkByHand,
  type StackSnapshot,
  snapshotStack,
  stackFacts,
} from "../support/fault-stack.ts";
import { type Installation, startInstallation } from "../support/installation.ts";

const repairMs = 90_000;
const [site, neighbour] = ["mended", "neighbour"] as const;

let installation: Installation;
let before: StackSnapshot;
let operation: string;

const container = (service: string) =>
  installation.docker.getContainer(`${installation.namespace}-${site}-${service}-1`);
const network = () => `${installation.namespace}-${site}_default`;

beforeAll(async () => {
  installation = await startInstallation();
  for (const slug of [site, neighbour]) await installation.json(["onboard", slug]);
});
afterAll(() => installation?.destroy());

async function expectWell(slug: string): Promise<void> {
  expect((await installation.get(`${slug}.localhost`)).status).toBe(200);
  expect(await stackFacts(installation, slug)).toMatchObject({
    settled: true,
    lease_owner: null,
    last_error_code: null,
  });
}

describe("what is done to a stack behind our back is repaired, with the cause written down", () => {
  beforeEach(async () => {
    // After a repair the worker looks a second time.
    await eventually(() => expectWell(site), { timeoutMs: repairMs });
    before = await snapshotStack(installation, site);
    operation = await lastOperationId(installation, site);
  });

  async function expectRepaired(cause: string | RegExp): Promise<void> {
    await eventually(
      async () => {
        expect(await causesSince(installation, site, operation)).toContainEqual(expect.stringMatching(cause));
        expect(await snapshotStack(installation, site)).toEqual(before);
        await expectWell(site);
      },
      { timeoutMs: repairMs },
    );
  }

  test("a container killed", async () => {
    await container("api").kill();
    await expectRepaired(/^start-container api: it is exited$/);
  });

  test("a container stopped", async () => {
    await container("db").stop();
    await expectRepaired(/^start-container db: it is exited$/);
  });

  test("a container paused", async () => {
    await container("web").pause();
    await expectRepaired(/^unpause-container web: it is paused$/);
  });

  test("a process that hangs: the plan tells of it, and nobody waits for the sweep's minute here", async () => {
    const { Processes, Titles } = (await container("api").top()) as { Processes: string[][]; Titles: string[] };
    const python = Processes.find((process) => process.some((text) => text.startsWith("python3 ")));
    process.kill(Number(python?.[Titles.indexOf("PID")]), "SIGSTOP");
    const { operations } = await installation.json<{ operations: unknown[] }>(["plan", site]);
    expect(operations).toMatchObject([{ id: "restart-container api", cause: "it runs and answers nothing" }]);
    await installation.sql("SELECT pg_notify('freehold_wake', id::text) FROM stacks WHERE name = $1", [site]);
    await expectRepaired(/^restart-container api: it runs and answers nothing$/);
  });

  test("a container removed", async () => {
    await container("db").remove({ force: true });
    await expectRepaired(
      // Docker takes a moment to remove it, and the worker may look within that moment.
      new RegExp(
        `^create-container db: (there is no container ${installation.namespace}-${site}-db-1|it was just removed)$`,
      ),
    );
  });

  test("a container taken off its network", async () => {
    await installation.docker.getNetwork(network()).disconnect({ Container: container("web").id, Force: true });
    await expectRepaired(new RegExp(`^connect-network web: it is not on ${network()}$`));
  });

  test("the whole network removed", async () => {
    await behindItsBack(installation, () => removeNetworkByHand(installation, network()));
    await expectRepaired(new RegExp(`^create-network default: there is no network ${network()}$`));
  });
});

test("the engine restarted: all sites answer again by themselves", async (context) => {
  const strangers = await strangersOn(installation.docker, process.env);
  context.skip(strangers.length > 0, `the engine also runs ${strangers.join(", ")}`);
  const snapshots = await Promise.all([site, neighbour].map((slug) => snapshotStack(installation, slug)));

  await restartEngine(installation.docker);

  await eventually(
    async () => {
      await Promise.all([site, neighbour].map(expectWell));
      expect(await Promise.all([site, neighbour].map((slug) => snapshotStack(installation, slug)))).toEqual(snapshots);
    },
    { timeoutMs: repairMs },
  );
});

test("a data volume removed by hand is reported loudly, never replaced by an empty one, and used again once it is back", async () => {
  const { docker } = installation;
  const name = `${installation.namespace}-${site}_dbdata`;
  const labels = ((await docker.getVolume(name).inspect()) as { Labels: Record<string, string> }).Labels;
  const ours = { [label.namespace]: installation.namespace };
  const rescue = `${name}-rescue`;
  await docker.createVolume({ Name: rescue, Labels: ours });
  const image = (await container("db").inspect()).Image;
  await behindItsBack(installation, async () => {
    for (const service of ["web", "api", "db"]) await container(service).stop();
    await copyVolume(image, name, rescue);
    for (const service of ["web", "api", "db"]) await container(service).remove({ force: true });
    await docker.getVolume(name).remove({ force: true });
  });

  await eventually(async () => expect((await stackFacts(installation, site))?.phase).toBe("failed"), {
    timeoutMs: repairMs,
  });
  const { volumes } = await snapshotStack(installation, site);
  expect(volumes.filter((volume) => volume.startsWith(`${name} `))).toEqual([]);

  const problem = {
    code: "volume_missing",
    message: expect.stringContaining(name),
    remedy: expect.stringContaining(`./freehold retry ${site}`),
  };
  const list = await installation.json<{ slug: string; status: string }[]>(["list"]);
  expect(list.find(({ slug }) => slug === site)).toMatchObject({ status: "failed", problem });
  expect(list.find(({ slug }) => slug === neighbour)).toMatchObject({ status: "running", problem: null });
  expect(await installation.json(["status", site])).toMatchObject({ status: "failed", problem });
  const doctor = await installation.cli(["doctor", "--json"]);
  expect(doctor.code).toBe(1);
  const findings = JSON.parse(doctor.stdout) as { status: string; message: string; remedy: string }[];
  expect(findings).toContainEqual(
    expect.objectContaining({
      status: "fail",
      message: expect.stringContaining(name),
      remedy: expect.stringContaining("retry"),
    }),
  );

  await docker.createVolume({ Name: name, Labels: labels });
  await copyVolume(image, rescue, name);
  await docker.getVolume(rescue).remove();
  const restored = (await snapshotStack(installation, site)).volumes;
  await installation.json(["retry", site]);
  await eventually(() => expectWell(site), { timeoutMs: repairMs });
  expect((await snapshotStack(installation, site)).volumes).toEqual(restored);
});

/** Copies a volume's files with their owners, in a container made for it. */
async function copyVolume(image: string, from: string, to: string): Promise<void> {
  const copier = await installation.docker.createContainer({
    Image: image,
    Entrypoint: ["cp", "-a", "/from/.", "/to/"],
    Cmd: [],
    User: "0:0",
    Labels: { [label.namespace]: installation.namespace },
    NetworkDisabled: true,
    // Docker fills an empty volume from the image unless told not to.
    HostConfig: { Binds: [`${from}:/from:ro`, `${to}:/to:nocopy`] },
  });
  try {
    await copier.start();
    expect(await copier.wait()).toMatchObject({ StatusCode: 0 });
  } finally {
    await copier.remove({ force: true });
  }
}
