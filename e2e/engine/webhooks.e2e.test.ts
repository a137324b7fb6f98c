import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Installation, sharedInstallation } from "../support/installation.ts";
import { type Answer, request } from "../support/request.ts";
import { slug as newSlug } from "../support/slug.ts";

/** What a client's CMS sends to others leaves by the worker alone: nothing leaves a stack by itself. */

interface Onboarded {
  readonly slug: string;
  readonly adminUrl: string;
}

const slug = newSlug("hooks");
const got: { headers: http.IncomingHttpHeaders; body: string }[] = [];
let installation: Installation;
let receiver: http.Server;
let cookie = "";

beforeAll(async () => {
  installation = await sharedInstallation();
  receiver = http.createServer(async (asked, answer) => {
    let body = "";
    for await (const chunk of asked) body += chunk;
    got.push({ headers: asked.headers, body });
    answer.end("thanks");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { adminUrl } = await installation.json<Onboarded>(["onboard", slug]);
  const token = new URL(adminUrl).searchParams.get("token");
  const given = { token, name: "Ada", email: "ada@example.org", password: "a rather long passphrase" };
  const signedIn = await api("POST", "/api/setup", given);
  expect(signedIn.status).toBe(201);
  cookie = (signedIn.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
});
afterAll(async () => {
  receiver?.close();
  await installation?.cli(["teardown", slug, "--purge", "--yes"]);
});

function api(method: string, path: string, body: unknown): Promise<Answer> {
  const { port } = installation;
  const headers = {
    origin: `http://${slug}.localhost:${port}`,
    "content-type": "application/json",
    "x-requested-with": "cms-admin",
    cookie,
  };
  return request(port, `${slug}.localhost`, path, { method, headers, body: JSON.stringify(body) });
}

interface Webhook {
  readonly id: string;
  readonly secret: string;
}

/** Sends a test message of a webhook that is made for it. */
async function sendTest(url: string): Promise<Webhook> {
  const made = await api("POST", "/api/webhooks", { name: "Search", url, events: ["entry.published"] });
  expect(made.status).toBe(201);
  const hook = JSON.parse(made.body) as Webhook;
  expect((await api("POST", `/api/webhooks/${hook.id}/test`, {})).status).toBe(202);
  return hook;
}

const lastDelivery = async ({ id }: Webhook): Promise<unknown> =>
  (JSON.parse((await api("GET", `/api/webhooks/${id}/deliveries`, undefined)).body) as { items: unknown[] }).items[0];

test("a webhook's message leaves its stack by the worker, signed, also when that was killed meanwhile", async () => {
  const { port } = receiver.address() as AddressInfo;
  const hook = await sendTest(`http://localhost:${port}/in`);
  // A new worker looks at everything at once, an old one within a minute.
  process.kill(installation.workerPid(), "SIGKILL");

  await eventually(() => expect(got).toHaveLength(1), { timeoutMs: 120_000 });
  const [{ headers, body } = { headers: {}, body: "" }] = got;
  const key = Buffer.from(hook.secret.replace(/^whsec_/, ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const signature = createHmac("sha256", key).update(content).digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
  expect(JSON.parse(body)).toMatchObject({
    type: "webhook.test",
    site: `http://${slug}.localhost:${installation.port}`,
  });
  await eventually(async () =>
    expect(await lastDelivery(hook)).toMatchObject({ status: "delivered", responseStatus: 200, response: "thanks" }),
  );
});
