import { execFile } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { label } from "../../lib/domain/names.ts";
import { firstFreeSubnet, overlaps, parseCidr } from "../../lib/domain/subnets.ts";
import { eventually } from "../support/eventually.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { homeOf, inventory, newNamespace, ownerFileOf, removeInstallation } from "../support/namespace.ts";
import { slug as newSlug } from "../support/slug.ts";

const deadlineSeconds = 12;
/** A command ends soon after its deadline: what it has begun by then is not waited for. */
const graceMs = 5_000;
/** Attempts are repeated with growing pauses; this is more than the longest that these tests reach. */
const finishMs = 120_000;

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation?.destroy());

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Onboards what cannot succeed yet. @returns the error that the command ended with */
async function onboardInVain(slug: string): Promise<Problem> {
  const begun = Date.now();
  const ran = await installation.cli(["onboard", slug, "--timeout", String(deadlineSeconds), "--json"]);
  expect(ran.code, ran.stderr).toBe(1);
  expect(Date.now() - begun).toBeLessThan(deadlineSeconds * 1000 + graceMs);
  return (JSON.parse(ran.stdout) as { error: Problem }).error;
}

async function problemOf(slug: string): Promise<Problem | null> {
  return (await installation.json<{ problem: Problem | null }>(["status", slug])).problem;
}

/** Without anybody asking for it again. */
async function expectToFinish(slug: string): Promise<void> {
  await eventually(
    async () => {
      expect((await installation.get(`${slug}.localhost`)).status).toBe(200);
      expect(await installation.json(["status", slug])).toMatchObject({ status: "running", problem: null });
    },
    { timeoutMs: finishMs },
  );
}

async function expectNoTrace(slug: string): Promise<void> {
  expect(await installation.sql("SELECT 1 FROM tenants WHERE slug = $1", [slug])).toEqual([]);
  const { containers, networks, volumes } = await installation.inventory();
  expect([...containers, ...networks, ...volumes].filter((name) => name.includes(slug))).toEqual([]);
}

/** A release like the newest, but for what the test changes. New tenants get it until it is withdrawn. */
async function publishVariant(
  id: string,
  change: { composeFile?: string; imageIds?: Record<string, string> },
): Promise<void> {
  await installation.sql(
    `INSERT INTO releases (id, compose_file, image_ids, created_at)
     SELECT $1, coalesce($2, compose_file), image_ids || coalesce($3::jsonb, '{}'), now() + interval '1 hour'
     FROM releases ORDER BY created_at DESC LIMIT 1`,
    [id, change.composeFile ?? null, change.imageIds ? JSON.stringify(change.imageIds) : null],
  );
}

const withdraw = (id: string) => installation.sql("UPDATE releases SET created_at = '2000-01-01' WHERE id = $1", [id]);

async function newestRelease(): Promise<{ compose_file: string; image_ids: Record<string, string> }> {
  const [release] = await installation.sql<{ compose_file: string; image_ids: Record<string, string> }>(
    "SELECT compose_file, image_ids FROM releases ORDER BY created_at DESC LIMIT 1",
  );
  if (!release) throw new Error("there is no release");
  return release;
}

test("an image that is missing is named, and the tenant finishes when it is there", async () => {
  const { docker } = installation;
  const slug = newSlug("img");
  const { image_ids } = await newestRelease();
  const model = await docker.createContainer({
    Image: image_ids.web,
    Labels: { [label.namespace]: installation.namespace },
  });
  const { Id: image } = (await model.commit({ comment: slug })) as { Id: string };
  await model.remove();
  const archive = join(installation.home, "image.tar");
  await pipeline(await docker.getImage(image).get(), createWriteStream(archive));
  await docker.getImage(image).remove();
  await publishVariant(slug, { imageIds: { web: image } });

  try {
    expect(await onboardInVain(slug)).toMatchObject({
      code: "onboard_timeout",
      message: expect.stringContaining("is not on the engine"),
    });
    expect(await problemOf(slug)).toMatchObject({
      code: "image_missing",
      remedy: expect.stringContaining("./freehold up"),
    });

    await promisify(execFile)("docker", ["load", "--input", archive]);
    await expectToFinish(slug);
  } finally {
    await withdraw(slug);
    await installation.cli(["teardown", slug, "--purge", "--yes"]);
    await docker.getImage(image).remove({ force: true });
    await rm(archive);
  }
});

test("an edge's port that is taken is said before anything is started, and up succeeds when it is free", async () => {
  const namespace = newNamespace();
  mkdirSync(homeOf(namespace), { mode: 0o700 });
  writeFileSync(ownerFileOf(namespace), inject("testRun"));
  const env = { FREEHOLD_NAMESPACE: namespace, FREEHOLD_HOME: homeOf(namespace) };
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(0, "0.0.0.0", resolve));
  const { port } = stranger.address() as { port: number };
  const up = () => installation.cli(["up", "--detach", "--port", String(port), "--json"], { env });
  try {
    const ran = await up();
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      error: {
        code: "port_taken",
        message: expect.stringContaining(String(port)),
        remedy: expect.stringContaining("--port"),
      },
    });
    const nothing = { containers: [], networks: [], volumes: [] };
    expect(await inventory(installation.docker, namespace, { platform: true })).toEqual(nothing);

    await new Promise((resolve) => stranger.close(resolve));
    const again = await up();
    expect(again.code, again.stderr).toBe(0);
  } finally {
    stranger.close();
    await removeInstallation(installation.docker, namespace);
  }
});

test("an exhausted subnet pool is refused at once and without a trace, and a larger one lets the client in", async () => {
  const [holder, refused] = [newSlug("room"), newSlug("room")];
  const [engine] = await installation.sql<{ subnet_pool: string }>("SELECT subnet_pool FROM engines");
  await installation.json(["onboard", holder]);
  const [{ cidr } = { cidr: "" }] = await installation.sql<{ cidr: string }>(
    "SELECT cidr FROM subnets JOIN stacks ON stacks.id = stack_id WHERE name = $1",
    [holder],
  );
  await installation.sql("UPDATE engines SET subnet_pool = $1", [cidr]);
  try {
    expect(await onboardInVain(refused)).toMatchObject({
      code: "subnet_pool_exhausted",
      message: expect.stringContaining(cidr),
      remedy: expect.stringContaining("Purge closed tenants"),
    });
    await expectNoTrace(refused);
  } finally {
    await installation.sql("UPDATE engines SET subnet_pool = $1", [engine?.subnet_pool]);
  }
  await installation.json(["onboard", refused]);
  await expectToFinish(refused);
});

test("a subnet that a stranger's network holds is passed over", async () => {
  const slug = newSlug("net");
  const [engine] = await installation.sql<{ subnet_pool: string }>("SELECT subnet_pool FROM engines");
  const taken = await installation.sql<{ cidr: string }>("SELECT cidr FROM subnets");
  const next =
    firstFreeSubnet(
      engine?.subnet_pool ?? "",
      taken.map(({ cidr }) => cidr),
    ) ?? "";
  const stranger = await installation.docker.createNetwork({
    Name: `${installation.namespace}-stranger`,
    Labels: { [label.namespace]: installation.namespace, [label.stack]: "stranger" },
    IPAM: { Driver: "default", Config: [{ Subnet: next }] },
  });
  try {
    await installation.json(["onboard", slug]);
    await expectToFinish(slug);
    const [{ cidr } = { cidr: "" }] = await installation.sql<{ cidr: string }>(
      "SELECT cidr FROM subnets JOIN stacks ON stacks.id = stack_id WHERE name = $1",
      [slug],
    );
    expect(overlaps(parseCidr(cidr), parseCidr(next))).toBe(false);
  } finally {
    await stranger.remove();
  }
});

test("a database that never becomes ready is named, and the tenant finishes when its release is mended", async () => {
  const slug = newSlug("db");
  const { compose_file } = await newestRelease();
  const broken = compose_file.replace(/^ {2}db:\n/m, '  db:\n    command: ["-c", "no_such_setting=on"]\n');
  expect(broken).not.toBe(compose_file);
  await publishVariant(slug, { composeFile: broken });
  try {
    expect(await onboardInVain(slug)).toMatchObject({
      code: "onboard_timeout",
      message: expect.stringContaining(slug),
    });
    const problem = await eventually(
      async () => {
        const found = await problemOf(slug);
        expect(found).not.toBeNull();
        return found;
      },
      { timeoutMs: finishMs },
    );
    expect(["not_ready", "container_exited"]).toContain(problem?.code);
    expect(problem?.remedy).toContain(`./freehold logs ${slug}`);

    await installation.sql("UPDATE releases SET compose_file = $2 WHERE id = $1", [slug, compose_file]);
    await expectToFinish(slug);
  } finally {
    await withdraw(slug);
  }
}, 360_000);

test("a stranger's container that holds a name is not touched, and the tenant finishes when it is gone", async () => {
  const slug = newSlug("name");
  const { image_ids } = await newestRelease();
  const name = `${installation.namespace}-${slug}-web-1`;
  const stranger = await installation.docker.createContainer({ name, Image: image_ids.web });
  try {
    expect(await onboardInVain(slug)).toMatchObject({
      code: "onboard_timeout",
      message: expect.stringContaining(name),
    });
    expect(await problemOf(slug)).toMatchObject({
      code: "name_taken",
      remedy: expect.stringContaining("Rename or remove it"),
    });
    expect((await stranger.inspect()).State.Status).toBe("created");
  } finally {
    await stranger.remove();
  }
  await expectToFinish(slug);
});

test("a full disk is named, and the tenant finishes when there is space", async () => {
  const slug = newSlug("disk");
  const stacks = join(installation.home, "stacks");
  const run = promisify(execFile);
  // Hides the other tenants' files for as long as it is mounted; they are read at changes only.
  await run("mount", ["-t", "tmpfs", "-o", "size=16k,mode=0700", "tmpfs", stacks]);
  try {
    const filler = join(stacks, "filler");
    await expect(async () => writeFileSync(filler, Buffer.alloc(64 * 1024))).rejects.toThrow("ENOSPC");
    expect(await onboardInVain(slug)).toMatchObject({
      code: "onboard_timeout",
      message: expect.stringContaining("disk is full"),
    });
    expect(await problemOf(slug)).toMatchObject({ code: "home_full", remedy: expect.stringContaining("Free space") });

    await rm(filler);
    await expectToFinish(slug);
    await installation.json(["teardown", slug, "--purge", "--yes"]);
  } finally {
    await run("umount", [stacks]);
  }
});

test("a client whose secrets are damaged fails alone, and can still be purged", async () => {
  const slug = newSlug("seal");
  await installation.json(["onboard", slug]);
  await installation.sql("UPDATE stacks SET secrets_sealed = decode('00', 'hex') WHERE name = $1", [slug]);
  // What happens to the guard has every stack looked at.
  await installation.docker.getContainer(`${installation.namespace}-guard-1`).restart({ t: 0 });
  await eventually(async () => expect(await problemOf(slug)).toMatchObject({ code: "unseal_failed" }), {
    timeoutMs: finishMs,
  });
  const engines = await installation.sql("SELECT id FROM engines WHERE last_error IS NOT NULL");
  expect(engines, "a sweep that did not end").toEqual([]);

  await installation.json(["teardown", slug, "--purge", "--yes"]);
  const { containers, networks, volumes } = await installation.inventory();
  expect([...containers, ...networks, ...volumes].filter((name) => name.includes(slug))).toEqual([]);
});
