import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Installation, startInstallation } from "../support/installation.ts";

/**
 * Longer than any pool, listener or lease renewal takes to notice (5 and 10 seconds): a whole minute
 * would show nothing that these do not.
 */
const awayMs = 20_000;

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
  await installation.json(["onboard", "before"]);
});
afterAll(() => installation?.destroy());

test("with the control database away sites answer, portal and CLI say why, and work goes on by itself afterwards", async () => {
  const { docker, namespace, get } = installation;
  const controlDatabase = docker.getContainer(`${namespace}-controldb-1`);
  const pid = installation.workerPid();
  await controlDatabase.stop({ t: 10 });

  const statuses = new Set<number>();
  const end = Date.now() + awayMs;
  while (Date.now() < end) {
    statuses.add((await get("before.localhost")).status);
    await sleep(100);
  }
  expect([...statuses]).toEqual([200]);

  const portal = await get("localhost", "/admin");
  expect(portal.status).toBe(503);
  expect(portal.body).toContain("The control database does not answer");
  expect(portal.body).toContain("sites go on answering meanwhile");

  const listed = await installation.cli(["list", "--json"]);
  expect(listed.code).toBe(1);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    error: { code: "control_database_away", remedy: expect.stringContaining("./freehold up") },
  });

  await controlDatabase.start();
  const { status } = await eventually(() => installation.json<{ status: string }>(["onboard", "after"]), {
    timeoutMs: 60_000,
  });
  expect(status).toBe("running");
  expect((await get("after.localhost")).status).toBe(200);
  await eventually(async () => expect((await get("localhost", "/admin")).status).not.toBe(503));
  expect(installation.workerPid(), "the worker went on without being restarted").toBe(pid);
});
