import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Installation, projectFolder, startInstallation } from "../support/installation.ts";
import { pageTitle } from "../support/page-title.ts";

/** Docker's own address pools end at about 31 networks. */
const many = 35;
const minutes = 60_000;
/** The first lines of a public list of companies, with its awkward names. */
const file = join(projectFolder, "e2e", "fixtures", "clients.csv");
const command = ["onboard", "--from", file, "--name-column", "Security", "--limit", String(many), "--concurrency", "4"];

interface ListResult {
  readonly onboarded: number;
  readonly existing: number;
  readonly failed: number;
  readonly clients: readonly { slug: string; name: string; status: string; url: string }[];
}

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation?.destroy());

test(
  "more tenants than Docker's address pools allow, from a real list, answer and are purged without a trace",
  async () => {
    const listed = await installation.json<ListResult>(command, { timeoutMs: 10 * minutes });
    expect(listed).toMatchObject({ onboarded: many, existing: 0, failed: 0 });
    expect(new Set(listed.clients.map(({ slug }) => slug)).size).toBe(many);

    for (const { slug, name } of listed.clients) {
      const { status, body } = await installation.get(`${slug}.localhost`);
      expect([slug, status, status === 200 && pageTitle(body)]).toEqual([slug, 200, name]);
    }
    const full = await installation.inventory();
    expect([full.containers.length, full.networks.length, full.volumes.length]).toEqual([3 * many, many, 2 * many]);

    const operations = () => installation.sql<{ id: string }>("SELECT max(id) AS id FROM operations");
    const before = await operations();
    const again = await installation.json<ListResult>(command, { timeoutMs: minutes });
    expect(again).toMatchObject({ onboarded: 0, existing: many, failed: 0 });
    expect(again.clients.map(({ slug }) => slug)).toEqual(listed.clients.map(({ slug }) => slug));
    expect(await installation.inventory()).toEqual(full);
    expect(await operations()).toEqual(before);

    const queue = listed.clients.map(({ slug }) => slug).values();
    const lane = async (): Promise<void> => {
      for (const slug of queue) {
        const { status } = await installation.json<{ status: string }>(["teardown", slug, "--purge", "--yes"]);
        expect([slug, status]).toEqual([slug, "purged"]);
      }
    };
    await Promise.all([lane(), lane(), lane()]);

    expect(await installation.inventory()).toEqual({ containers: [], networks: [], volumes: [] });
    expect(readdirSync(join(installation.home, "stacks"))).toEqual([]);
    expect(await installation.sql("SELECT cidr FROM subnets")).toEqual([]);
    expect(await installation.sql("SELECT name FROM stacks")).toEqual([]);
    expect(await installation.sql("SELECT name FROM orphans")).toEqual([]);
    for (const { slug } of listed.clients) {
      await eventually(async () =>
        expect(await installation.get(`${slug}.localhost`)).toMatchObject({ status: 404, body: "Not found.\n" }),
      );
    }
  },
  25 * minutes,
);
