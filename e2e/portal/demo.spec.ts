import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import Docker from "dockerode";
import { label } from "../../lib/domain/names.ts";
import { locateHome } from "../../lib/home.ts";
import { expectNoBarrier } from "../support/barriers.ts";
import { signalWorker } from "../support/signal-worker.ts";
import { sql } from "./control-database.ts";
import { signedIn } from "./env.ts";

/** Strangers and investors: whoever comes here is signed in to nothing. */
test.use({ storageState: { cookies: [], origins: [] } });
// A stack or two is made in each, on a machine that may have other things to do.
test.setTimeout(240_000);

const patience = { timeout: 150_000, intervals: [500] };
const docker = new Docker({ socketPath: "/var/run/docker.sock" });

interface Demo {
  readonly page: Page;
  /** `http://demo-k3x9q.localhost:8080` */
  readonly origin: string;
  readonly stack: { readonly id: string; readonly name: string };
}

const setDemo = (change: object): Promise<unknown> =>
  sql(
    `INSERT INTO settings (key, value, updated_at, updated_by) VALUES ('demo', $1, now(), 'test')
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [{ enabled: true, poolSize: 2, lifetimeMinutes: 60, atOnce: 20, perAddressPerDay: 100, ...change }],
  );

test.beforeEach(() => setDemo({}));
test.afterAll(async () => {
  await sql("UPDATE stacks SET expires_at = now() WHERE kind = 'demo'");
  await sql("DELETE FROM settings WHERE key = 'demo'");
});

const waiting = async (): Promise<number> =>
  (
    await sql(
      "SELECT 1 FROM stacks WHERE kind = 'pool' AND phase = 'settled' AND sample = 'demo' AND purge_confirmed_at IS NULL",
    )
  ).length;

/** One click on a page with an offer, in a browser of its own. */
async function openDemo(browser: Browser, path = "/demo"): Promise<Demo> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(path);
  await page.getByRole("button", { name: "Open a live demo" }).click();
  await expect(page).toHaveURL(/^http:\/\/demo-[a-z2-9]{5}\.localhost:\d+\/admin/, { timeout: 120_000 });
  const { origin, hostname } = new URL(page.url());
  const [stack] = await sql<Demo["stack"]>("SELECT id, name FROM stacks WHERE born_host = $1", [
    hostname.split(".")[0],
  ]);
  if (!stack) throw new Error(`nobody was born at ${hostname}`);
  return { page, origin, stack };
}

/** Changes what every visitor sees, with the visitor's own session. */
async function retitle({ page }: Demo, title: string): Promise<number> {
  return page.evaluate(async (text) => {
    const headers = { "content-type": "application/json", "x-requested-with": "cms-admin" };
    const body = JSON.stringify({ title: text });
    return (await fetch("/api/site", { method: "PUT", headers, body })).status;
  }, title);
}

/** What Docker holds of a stack. */
async function objectsOf(stack: string): Promise<string[]> {
  const filters = { label: [`${label.namespace}=${process.env.FREEHOLD_NAMESPACE}`, `${label.stack}=${stack}`] };
  const [containers, networks, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters }),
  ]);
  return [
    ...containers.flatMap(({ Names }) => Names),
    ...networks.map(({ Name }) => Name),
    ...(volumes ?? []).map(({ Name }) => Name),
  ];
}

test("two investors at once get two stacks, each signed in, and the pool fills again", async ({ browser }) => {
  await expect.poll(waiting, patience).toBe(2);
  const [one, other] = await Promise.all([openDemo(browser), openDemo(browser)]);
  expect(one.stack.id).not.toBe(other.stack.id);
  expect(one.origin).not.toBe(other.origin);

  expect(await retitle(one, "Only one of them wrote this")).toBe(200);
  await other.page.goto(other.origin);
  await expect(other.page.getByText("Only one of them wrote this")).toHaveCount(0);
  await one.page.goto(one.origin);
  await expect(one.page.getByText("Only one of them wrote this").first()).toBeVisible();

  await expect.poll(waiting, patience).toBe(2);
  await Promise.all([one.page.context().close(), other.page.context().close()]);
});

test("whoever comes back is let into the demo they left", async ({ browser, baseURL }) => {
  const demo = await openDemo(browser);
  await retitle(demo, "Left for a moment");
  await demo.page.goto(`${baseURL}/demo`);
  await demo.page.getByRole("button", { name: "Go back in" }).click();
  await expect(demo.page).toHaveURL(new RegExp(`^${demo.origin}/admin`));
  await demo.page.context().close();
});

test("an investor's link greets, opens a demo, says that it was used, and then opens nothing", async ({ browser }) => {
  const admin = await (await browser.newContext({ storageState: signedIn })).newPage();
  await admin.goto("/admin/demos");
  await admin.getByRole("button", { name: "Make a link" }).first().click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Whom it is for").fill("Ada of Lovelace Capital");
  await dialog.getByLabel("Greeting").fill("Good to have you here.");
  await dialog.getByLabel("How often it can be used").fill("1");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const url = (await dialog.getByText(/\/d\//).textContent()) ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();

  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1, name: "Welcome, Ada of Lovelace Capital" })).toBeVisible();
  await expect(page.getByText("Good to have you here.")).toBeVisible();
  const demo = await openDemo(browser, new URL(url).pathname);

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This link opens nothing any more" })).toBeVisible();
  await admin.reload();
  const visits = admin.getByRole("table", { name: "Visits" });
  await expect(
    visits.getByRole("row", { name: new RegExp(`Ada of Lovelace Capital.*${demo.stack.name}`) }),
  ).toBeVisible();

  await test.step("an admin ends it, and it is gone whole", async () => {
    await admin.getByRole("button", { name: `End ${demo.stack.name}` }).click();
    await admin.getByRole("button", { name: "End the demo" }).click();
    await expect.poll(() => objectsOf(demo.stack.name), patience).toEqual([]);
  });
  await Promise.all([admin, page, demo.page].map((tab) => tab.context().close()));
});

test("an expired demo leaves nothing", async ({ browser }) => {
  const demo = await openDemo(browser);
  // A network, two volumes, three containers.
  expect((await objectsOf(demo.stack.name)).length).toBe(6);
  await sql("UPDATE stacks SET expires_at = now() WHERE id = $1", [demo.stack.id]);
  await expect.poll(() => objectsOf(demo.stack.name), patience).toEqual([]);
  await expect.poll(() => sql("SELECT 1 FROM stacks WHERE id = $1", [demo.stack.id]), patience).toEqual([]);
  expect(await sql("SELECT 1 FROM subnets WHERE stack_id = $1", [demo.stack.id])).toEqual([]);
  expect(existsSync(join(locateHome(process.env).stacks, demo.stack.name))).toBe(false);
  await expect.poll(async () => (await demo.page.goto(demo.origin))?.status(), patience).toBe(404);
  expect(await sql("SELECT 1 FROM demo_visits WHERE stack_name = $1", [demo.stack.name])).toHaveLength(1);
  await demo.page.context().close();
});

/** A page that opened a demo which is made while it watches. */
async function watchDemo(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/demo");
  await page.getByRole("button", { name: "Open a live demo" }).click();
  await expect(page).toHaveURL(/\/demo\/[0-9a-f-]{36}$/, { timeout: 30_000 });
  return page;
}
const emptyPool = async (): Promise<void> => {
  await setDemo({ poolSize: 0 });
  await expect.poll(() => sql("SELECT 1 FROM stacks WHERE kind = 'pool'"), patience).toEqual([]);
};
const inside = /^http:\/\/demo-[a-z2-9]{5}\.localhost:\d+\/admin/;

test("on an empty pool a stack is made while its visitor watches, and then lets them in", async ({ browser }) => {
  await emptyPool();
  const page = await watchDemo(browser);
  const watched = page.url();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await expect(page.getByRole("list", { name: "What is done for your demo" })).toBeVisible();
  await expect(page).toHaveURL(inside, { timeout: 120_000 });
  // It is told as it happens, and not asked for again and again; once, where the stream opened late.
  expect(asked.filter((path) => path.endsWith("/progress")).length).toBeLessThanOrEqual(1);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(watched);
  await expect(stranger.getByRole("heading", { level: 1, name: "That demo is over" })).toBeVisible();
  const stream = `/api/demo/${new URL(watched).pathname.split("/").at(-1)}/progress`;
  for (const path of [stream, `${stream}/stream`]) expect((await stranger.request.get(path)).status()).toBe(410);
  await Promise.all([page, stranger].map((tab) => tab.context().close()));
});

test("where streams do not get through, the page asks now and then, and lets its visitor in all the same", async ({
  browser,
}) => {
  await emptyPool();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/progress/stream", (route) => route.abort());
  await page.goto("/demo");
  await page.getByRole("button", { name: "Open a live demo" }).click();
  await expect(page).toHaveURL(inside, { timeout: 120_000 });
  await context.close();
});

test("a demo that does not come up leaves its room at once, its reason to admins, and its visitor another try", async ({
  browser,
}) => {
  await emptyPool();
  const taken = await sql("SELECT 1 FROM stacks WHERE kind = 'demo' AND tenant_id IS NULL");
  await setDemo({ poolSize: 0, atOnce: taken.length + 1 });
  signalWorker("SIGSTOP");
  let page: Page;
  let name = "";
  try {
    page = await watchDemo(browser);
    const id = new URL(page.url()).pathname.split("/").at(-1);
    // As if its storage had been there and is lost, which is never made anew.
    const lost = "UPDATE stacks SET data_volumes = ARRAY['lost'] WHERE id = $1 RETURNING name";
    name = (await sql<{ name: string }>(lost, [id]))[0]?.name ?? "";
  } finally {
    signalWorker("SIGCONT");
  }
  await expect(page.getByText("This one did not come up")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Your storage cannot be found.")).toBeVisible();
  await expect.poll(() => sql("SELECT 1 FROM stacks WHERE name = $1", [name]), patience).toEqual([]);
  expect(await objectsOf(name)).toEqual([]);
  await page.reload();
  await expect(page.getByText("This one did not come up")).toBeVisible();
  await expectNoBarrier(page, "demo-failed");

  const admin = await (await browser.newContext({ storageState: signedIn })).newPage();
  await admin.goto("/admin/demos");
  const row = admin.getByRole("table", { name: "What did not come up" }).getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("A visitor");

  await page.getByRole("button", { name: "Try another one" }).click();
  await expect(page).toHaveURL(inside, { timeout: 120_000 });
  await Promise.all([page, admin].map((tab) => tab.context().close()));
});

test("who comes when there is no room is told so before they try", async ({ page }) => {
  await setDemo({ atOnce: 0 });
  await page.goto("/demo");
  await expect(page.getByText("Every demo is taken at the moment")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open a live demo" })).toHaveCount(0);
});

test("a kept demo becomes its client's once approved: the very stack, content and all", async ({ browser }) => {
  const demo = await openDemo(browser);
  expect(await retitle(demo, "Begun by its visitor")).toBe(200);
  const slug = `kept-${demo.stack.name.slice(-5)}`;
  const [user] = await sql<{ id: string }>(
    "INSERT INTO users (id, email, email_verified_at) VALUES (gen_random_uuid(), $1, now()) RETURNING id",
    [`${slug}@example.com`],
  );
  const [region] = await sql<{ id: string }>("SELECT id FROM regions WHERE is_default");
  await sql(
    `INSERT INTO applications (id, user_id, company_name, slug, region_id, sample, status, verified_at, keep_stack_id)
     VALUES (gen_random_uuid(), $1, 'Keeper & Sons', $2, $3, 'bakery', 'pending', now(), $4)`,
    [user?.id, slug, region?.id, demo.stack.id],
  );
  await test.step("while nobody has decided, its visitor works on, and is told until when", async () => {
    await sql("UPDATE stacks SET expires_at = now() WHERE id = $1", [demo.stack.id]);
    const daysLeft = () =>
      demo.page.evaluate(async () => {
        const answer = await fetch("/api/session");
        const until = answer.ok ? (await answer.json()).demo.expiresAt : 0;
        return Math.round((new Date(until).getTime() - Date.now()) / 86_400_000);
      });
    await expect.poll(daysLeft, patience).toBe(14);
    expect(await retitle(demo, "Kept by its visitor")).toBe(200);
  });
  // An approval that nobody takes back; the sample that was asked for must not replace what is theirs.
  await sql(
    `UPDATE applications SET status = 'approved', decided_at = now(), decided_by = 'test', start_after = now()
     WHERE keep_stack_id = $1`,
    [demo.stack.id],
  );

  const home = demo.origin.replace(/demo-[a-z2-9]{5}/, slug);
  const page = await (await browser.newContext()).newPage();
  await expect.poll(async () => (await page.goto(home))?.status(), patience).toBe(200);
  await expect(page.getByText("Kept by its visitor").first()).toBeVisible();

  await test.step("it is told who it is now, and the demo's visitor is out", async () => {
    const told = async () => (await sql("SELECT identity FROM stacks WHERE id = $1", [demo.stack.id]))[0];
    await expect.poll(told, patience).toEqual({ identity: { siteUrl: home, siteName: "Keeper & Sons", demo: null } });
    // Its session is of the old address, which leads elsewhere now.
    await expect(retitle(demo, "Not mine any longer")).rejects.toThrow();
  });
  await test.step("its old address leads to the new one, to the same page", async () => {
    await page.goto(`${demo.origin}/?from=demo`);
    expect(page.url()).toBe(`${home}/?from=demo`);
  });
  await test.step("it does not end with the demo", async () => {
    const [stack] = await sql("SELECT kind, expires_at, purge_confirmed_at, name FROM stacks WHERE id = $1", [
      demo.stack.id,
    ]);
    expect(stack).toEqual({ kind: "tenant", expires_at: null, purge_confirmed_at: null, name: demo.stack.name });
  });
  await Promise.all([page, demo.page].map((tab) => tab.context().close()));
});
