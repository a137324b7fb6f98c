import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { connectDatabase } from "../../lib/db/client.ts";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { runInContainer } from "../../lib/docker/run-in-container.ts";
import { locateHome } from "../../lib/home.ts";
import { remindOfPurge } from "../../lib/tenants/remind-of-purge.ts";
import { eventually } from "../support/eventually.ts";
import { snapshotStack } from "../support/fault-stack.ts";
import { type Installation, sharedInstallation } from "../support/installation.ts";
import { slug } from "../support/slug.ts";

const tenant = slug("due");
const dayMs = 86_400_000;
let installation: Installation;

beforeAll(async () => {
  installation = await sharedInstallation();
  await installation.json(["onboard", tenant]);
  const api = `${installation.namespace}-${tenant}-api-1`;
  const engine = { endpoint: "unix:///var/run/docker.sock", docker: installation.docker };
  // As the library lays a file down.
  const lay = ["sh", "-c", "mkdir /srv/media/files && printf 'a picture' >/srv/media/files/aa.png"];
  expect(await runInContainer(engine, api, lay)).toMatchObject({ code: 0, stderr: "" });
  await installation.json(["teardown", tenant]);
});

/** Moves a closing fifteen days back, and reminds its owners when they would have been reminded: a day before the end. */
async function letTheGracePass(): Promise<void> {
  const db = connectDatabase(databaseUrl(locateHome(installation.env), installation.env));
  const now = Date.now();
  await db.tenant.update({
    where: { slug: tenant },
    data: { intentAt: new Date(now - 15 * dayMs), purgeAt: new Date(now - dayMs / 24) },
  });
  vi.useFakeTimers({ toFake: ["Date"], now: now - dayMs });
  try {
    await remindOfPurge(db, "http://localhost", { name: "worker", origin: "worker" });
  } finally {
    vi.useRealTimers();
    await db.$disconnect();
  }
}

test("a closed client is purged by itself when its grace is over: a last copy is written, and nothing else is left", async () => {
  const [stack] = await installation.sql<{ id: string }>("SELECT id FROM stacks WHERE name = $1", [tenant]);
  const events = () =>
    installation.sql<{ action: string; details: { file?: string; bytes?: number; mediaBytes?: number } }>(
      "SELECT action, details FROM audit_events WHERE subject = $1 AND actor = 'worker' ORDER BY seq",
      [`tenant:${tenant}`],
    );
  await letTheGracePass();
  expect((await events()).map(({ action }) => action)).toEqual(["tenant.purge-reminded"]);

  // It looks every five minutes, and when it begins: the supervisor starts another one.
  process.kill(installation.workerPid(), "SIGTERM");
  await eventually(
    async () =>
      expect((await events()).map(({ action }) => action)).toEqual([
        "tenant.purge-reminded",
        "tenant.final-backup",
        "tenant.purge-confirmed",
        "tenant.purged",
      ]),
    { timeoutMs: 60_000 },
  );

  const backup = (await events()).find(({ action }) => action === "tenant.final-backup")?.details;
  const file = join(installation.home, "backups", backup?.file ?? "");
  expect([statSync(file).size, (statSync(file).mode & 0o777).toString(8)]).toEqual([backup?.bytes, "600"]);
  // pg_restore's own form, whose table of contents is legible.
  const dump = readFileSync(file, "latin1");
  expect(dump.slice(0, 5)).toBe("PGDMP");
  for (const table of ["pages", "users", "alembic_version"]) expect(dump).toContain(table);
  const media = file.replace(/\.dump$/, ".media.tar");
  expect([statSync(media).size, (statSync(media).mode & 0o777).toString(8)]).toEqual([backup?.mediaBytes, "600"]);
  expect(execFileSync("tar", ["--extract", "--to-stdout", "--file", media, "files/aa.png"]).toString()).toBe(
    "a picture",
  );

  expect(await snapshotStack(installation, tenant)).toEqual({ containers: {}, networks: [], volumes: [] });
  expect(existsSync(join(installation.home, "stacks", tenant))).toBe(false);
  for (const table of ["stacks WHERE id", "subnets WHERE stack_id", "operations WHERE stack_id"])
    expect(await installation.sql(`SELECT 1 FROM ${table} = $1`, [stack?.id])).toEqual([]);
  expect(await installation.json<{ slug: string }[]>(["list"])).not.toContainEqual(
    expect.objectContaining({ slug: tenant }),
  );
  await eventually(async () => expect((await installation.get(`${tenant}.localhost`)).status).toBe(404));
  expect((await installation.cli(["audit", "verify"])).code).toBe(0);
});
