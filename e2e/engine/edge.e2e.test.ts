import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase } from "../../lib/db/client.ts";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { locateHome } from "../../lib/home.ts";
import { resumeTenant } from "../../lib/tenants/resume-tenant.ts";
import { suspendTenant } from "../../lib/tenants/suspend-tenant.ts";
import { eventually } from "../support/eventually.ts";
import { type Installation, startInstallation } from "../support/installation.ts";

const actor = { name: "tester", origin: "cli" } as const;

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
  await Promise.all(["one", "two"].map((slug) => installation.json(["onboard", slug])));
});
afterAll(() => installation?.destroy());

test("an unknown host gets a plain 404 that gives nothing away", async () => {
  const hosts = [
    "nobody.localhost",
    "example.com",
    "10.0.0.1",
    "one.localhost.example.com",
    `x${"y".repeat(60)}.localhost`,
  ];
  const answers = await Promise.all(hosts.map((host) => installation.get(host, "/admin?x=1")));
  for (const { status, body, headers } of answers) {
    expect({ status, body }).toEqual({ status: 404, body: "Not found.\n" });
    expect(headers["content-type"]).toMatch(/^text\/plain/);
    expect(JSON.stringify(headers)).not.toMatch(/caddy|nginx|next|freehold|via|powered/i);
  }
});

test("a suspended site shows its own page with the reason, escaped, and resumes", async () => {
  const home = locateHome(installation.env);
  const db = connectDatabase(databaseUrl(home, installation.env), 1);
  try {
    const reason = `<script>alert("1")</script> & {http.request.host} {env.HOME}`;
    await suspendTenant(db, "one", reason, actor);
    const page = await eventually(async () => {
      const answer = await installation.get("one.localhost", "/admin");
      expect(answer.status).toBe(403);
      return answer;
    });
    expect(page.body).toContain(
      "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#123;http.request.host&#125;",
    );
    expect(page.body).not.toMatch(/<script|\/edge/);
    expect((await installation.get("two.localhost")).status).toBe(200);
    await eventually(async () => {
      const running = await installation.docker.listContainers({
        filters: { name: [`${installation.namespace}-one-`] },
      });
      expect(running).toEqual([]);
    });

    await resumeTenant(db, "one", actor);
    await eventually(async () => expect((await installation.get("one.localhost")).status).toBe(200));
  } finally {
    await db.$disconnect();
  }
});

test("the edge restarted with worker, portal and control database down still serves the tenants", async () => {
  const { docker, namespace, get } = installation;
  expect((await installation.cli(["down"])).code).toBe(0);
  await docker.getContainer(`${namespace}-controldb-1`).stop({ t: 10 });
  await docker.getContainer(`${namespace}-edge-1`).restart({ t: 10 });

  await eventually(async () => expect((await get("one.localhost")).status).toBe(200));
  expect((await get("two.localhost")).status).toBe(200);
  expect((await get("nobody.localhost")).status).toBe(404);
  expect((await get("localhost")).status).toBeGreaterThanOrEqual(500);
});
