import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import Docker from "dockerode";
import { label } from "../../lib/domain/names.ts";
import { locateHome } from "../../lib/home.ts";
import { request } from "../support/request.ts";
import { screenshots } from "../support/screenshots.ts";
import { sql } from "./control-database.ts";
import { portalUrl, signedIn } from "./env.ts";

/** A client, an admin and a stranger, from the first click to the last byte. One story, told in order. */
test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

const unique = Date.now().toString(36);
const slug = `journey-${unique}`;
const company = `Journey ${unique}`;
const ada = { name: "Ada Journey", email: `ada@${slug}.example`, password: "seven slow boats to somewhere" };
const reason = "The invoice of October is open";
const headline = "Written on the way";
const patience = { timeout: 150_000, intervals: [500] };
const docker = new Docker({ socketPath: "/var/run/docker.sock" });
const host = (): string => `${slug}.${new URL(portalUrl()).hostname}`;
const siteUrl = (): string => portalUrl().replace("localhost", `${slug}.localhost`);

/** What a stranger is answered by the site; browsers know where *.localhost is, Node does not. */
const visit = (path = "/") => request(Number(new URL(portalUrl()).port), host(), path);
const visitStatus = async (): Promise<number> => (await visit()).status;

interface Stack {
  readonly id: string;
  readonly name: string;
}

let client: BrowserContext;
let admin: BrowserContext;
let page: Page;
let desk: Page;
let stack: Stack;
/** What a browser complained about on the portal's own pages. */
const complaints: string[] = [];

/** A page of the portal whose complaints are kept. */
async function openPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage();
  opened.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text()))
      complaints.push(`${opened.url()}: ${message.text()}`);
  });
  opened.on("pageerror", (error) => complaints.push(`${opened.url()}: ${error.message}`));
  return opened;
}

test.beforeAll(async ({ browser }) => {
  client = await browser.newContext({ baseURL: portalUrl(), storageState: { cookies: [], origins: [] } });
  admin = await browser.newContext({ baseURL: portalUrl(), storageState: signedIn });
  page = await openPage(client);
  desk = await openPage(admin);
  // A finished stack from the pool would be handed over at once: this client is to see one being made.
  await sql(
    `INSERT INTO settings (key, value, updated_at, updated_by) VALUES ('demo', $1, now(), 'test')
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [{ enabled: false, poolSize: 0, lifetimeMinutes: 60, atOnce: 20, perAddressPerDay: 100 }],
  );
  await expect.poll(async () => (await sql("SELECT 1 FROM stacks WHERE kind = 'pool'")).length, patience).toBe(0);
});

test.afterAll(async () => {
  await sql("DELETE FROM settings WHERE key = 'demo'");
  await Promise.all([client.close(), admin.close()]);
});

/** The page as it looks to its people: both widths, both themes. */
async function shoot(shown: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await shown.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await shown.setViewportSize({ width, height: 900 });
      await shown.screenshot({
        path: `${screenshots}/journey-${name}-${width}-${colorScheme}.png`,
        fullPage: true,
        animations: "disabled",
      });
    }
  }
  await shown.emulateMedia({ colorScheme: null });
}

/** The link in the newest mail to Ada that leads to `path`. */
async function mailedLink(path: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const mails = await sql<{ text: string }>(
        "SELECT text FROM mails WHERE recipient = $1 ORDER BY created_at DESC",
        [ada.email],
      );
      link = mails.flatMap(({ text }) => text.match(/https?:\/\/\S+/g) ?? []).find((url) => url.includes(path));
      return link;
    })
    .toBeDefined();
  return link ?? "";
}

const mailsTo = async (recipient: string): Promise<string[]> =>
  (await sql<{ text: string }>("SELECT text FROM mails WHERE recipient = $1", [recipient])).map(({ text }) => text);

const next = (): Promise<void> => page.getByRole("button", { name: "Next" }).click();

/** Company to review, as far as somebody is asked who is signed in or not. */
async function fillWizard(isSignedIn: boolean): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "What is your company called?" })).toBeVisible();
  await shoot(page, "sign-up-company");
  await page.getByLabel("Company name").fill(company);
  await next();
  await expect(page.getByRole("heading", { level: 1, name: "Where will it be?" })).toBeVisible();
  await page.getByLabel("Address", { exact: true }).fill(slug);
  await shoot(page, "sign-up-address");
  await next();
  await expect(page.getByRole("heading", { level: 1, name: "What do you start with?" })).toBeVisible();
  await page.getByRole("radio", { name: /A studio/ }).check();
  await shoot(page, "sign-up-start");
  await next();
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeVisible();
  if (isSignedIn) await page.getByRole("link", { name: "Next" }).click();
  else {
    await page.getByLabel("Your name").fill(ada.name);
    await page.getByLabel("Email address").fill(ada.email);
    await page.getByLabel("Password", { exact: true }).fill(ada.password);
    await shoot(page, "sign-up-account");
    await next();
  }
  await expect(page.getByRole("heading", { level: 1, name: "Is everything right?" })).toBeVisible();
  await page.getByRole("checkbox", { name: /I agree to the/ }).check();
  await shoot(page, "sign-up-review");
  await page.getByRole("button", { name: "Send the application" }).click();
}

/** Does a deed on the tenant's page, by its button and its dialog. */
async function operate(verb: string, fill?: { reason?: string; typed?: string }): Promise<void> {
  await desk.goto(`/admin/tenants/${slug}`);
  await desk.getByRole("button", { name: verb, exact: true }).click();
  const dialog = desk.getByRole("alertdialog");
  if (fill?.reason) await dialog.getByLabel("Reason").fill(fill.reason);
  const confirm = dialog.getByRole("button", { name: verb, exact: true });
  if (fill?.typed) {
    await expect(confirm).toBeDisabled();
    await dialog.getByRole("textbox", { name: /^Type / }).fill(fill.typed);
  }
  await confirm.click();
  await expect(dialog).toHaveCount(0);
}

/** Closes the account as its owner does. */
async function closeAccount(): Promise<void> {
  await page.goto(`/t/${slug}/settings`);
  await page.getByRole("button", { name: "Close the account" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill(slug);
  await dialog.getByRole("button", { name: "Close the account" }).click();
  await expect(page.getByText(/its data is deleted in 1[34] days/)).toBeVisible();
  await expect.poll(visitStatus, patience).toBe(410);
}

test("a stranger signs up, finds the link in the mail, and waits", async () => {
  await page.goto("/");
  await page
    .getByRole("link", { name: /sign up/i })
    .first()
    .click();
  await fillWizard(false);
  await expect(page.getByRole("heading", { level: 1, name: "Look into your mail" })).toBeVisible();
  await shoot(page, "sent");
  await page.goto(await mailedLink("/verify?token="));
  await shoot(page, "verify");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your application is with us" })).toBeVisible();
  await shoot(page, "waiting");
});

test("rejected with a reason, they read it and apply anew", async () => {
  await desk.goto("/admin/applications");
  await desk.getByRole("button", { name: `Reject ${company}` }).click();
  const dialog = desk.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill("Please tell us more about your boats.");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "We could not say yes" })).toBeVisible(patience);
  await expect(page.getByText("Please tell us more about your boats.")).toBeVisible();
  await expect.poll(async () => (await mailsTo(ada.email)).join()).toContain("Please tell us more about your boats.");
  await shoot(page, "rejected");
  await page.getByRole("link", { name: "Apply anew" }).click();
  await fillWizard(true);
  await expect(page.getByRole("heading", { level: 1, name: "Your application is with us" })).toBeVisible();
});

test("approved, they watch the site being made on the page they waited on", async () => {
  await desk.goto("/admin/applications");
  await shoot(desk, "queue");
  await desk.getByRole("button", { name: `Approve ${company}` }).click();
  await expect(page).toHaveURL(new RegExp(`/t/${slug}$`), patience);
  await expect(page.getByRole("heading", { name: "Your CMS is being set up" })).toBeVisible();
  await expect(page.getByRole("list", { name: "What is being done" }).getByRole("listitem")).toHaveCount(6);
  await expect(page.getByRole("heading", { name: "Your CMS is ready" })).toBeVisible(patience);
  await expect(page.getByText(/^Made for you in /)).toBeVisible();
  await shoot(page, "ready");
  await expect
    .poll(async () => (await mailsTo(ada.email)).filter((text) => text.includes(`/t/${slug}\n`)))
    .toEqual([expect.stringContaining(`\n${siteUrl()}\n`)]);
  const [made] = await sql<Stack>(
    "SELECT s.id, s.name FROM stacks s JOIN tenants t ON t.id = s.tenant_id WHERE t.slug = $1",
    [slug],
  );
  if (!made) throw new Error(`${slug} has no stack`);
  stack = made;
});

test("a page written in the CMS, entered without a password, is there for the world", async ({ browser }) => {
  const stranger = await browser.newPage();
  await stranger.goto(siteUrl());
  await expect(stranger.getByRole("heading", { level: 1 })).toBeVisible();
  await shoot(stranger, "site");

  const cms = await client.newPage();
  await cms.goto(`/t/${slug}`);
  await cms.getByRole("button", { name: "Open your CMS" }).first().click();
  await expect(cms).toHaveURL(new RegExp(`^${siteUrl()}/admin`));
  await cms.getByRole("link", { name: "New page" }).first().click();
  await cms.getByRole("textbox", { name: "Title" }).fill(headline);
  await cms.getByRole("textbox", { name: "Text", exact: true }).pressSequentially("Hello, *world*.");
  await cms.getByRole("button", { name: "Publish", exact: true }).click();
  const seen = cms.getByRole("link", { name: /View on the site/ });
  await expect(seen).toBeVisible();
  const path = (await seen.getAttribute("href")) ?? "";
  await cms.close();

  await stranger.goto(siteUrl() + path);
  await expect(stranger.getByRole("heading", { level: 1, name: headline })).toBeVisible();
  await expect(stranger.locator("em").filter({ hasText: "world" })).toBeVisible();
  await stranger.close();
});

test("suspended with a reason, everybody reads it and nobody comes in; resumed, all is back", async () => {
  await page.goto(`/t/${slug}/logs`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const stream = page.evaluate(
    async (path) => (await (await fetch(path)).text()).includes("event: end"),
    `/api/t/${slug}/logs/stream`,
  );
  // The page itself goes when its stream ends, and takes this promise along: either says that it ended.
  const ended = stream.catch((error: Error) => /navigation|destroyed/i.test(error.message));
  await operate("Suspend", { reason });
  expect(await ended).toBe(true);
  await expect.poll(visitStatus, patience).toBe(403);
  expect((await visit()).body).toContain(reason);
  await shoot(desk, "tenant-suspended");

  await page.goto(`/t/${slug}`);
  await expect(page.getByText("Your site is suspended", { exact: true })).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open your CMS" })).toHaveCount(0);
  expect((await visit("/admin")).status).toBe(403);
  await shoot(page, "suspended");

  // What is running is stopped before it may come back.
  await expect
    .poll(
      async () => (await sql("SELECT 1 FROM stacks WHERE id = $1 AND phase = 'settled'", [stack.id])).length,
      patience,
    )
    .toBe(1);
  await operate("Resume");
  await expect.poll(visitStatus, patience).toBe(200);
  await page.reload();
  await expect(page.getByText("Your site is suspended", { exact: true })).toHaveCount(0);
});

test("closed, taken back, closed again", async () => {
  await closeAccount();
  await shoot(page, "closed");
  await page.getByRole("button", { name: "Take the closing back" }).click();
  await expect(page.getByRole("button", { name: "Close the account" })).toBeVisible();
  await expect.poll(visitStatus, patience).toBe(200);
  await closeAccount();
});

test("purged by an admin who types the address, and nothing is left", async () => {
  await operate("Purge", { typed: slug });
  const filters = {
    label: [`${label.namespace}=${locateHome(process.env).namespace}`, `${label.stack}=${stack.name}`],
  };
  const left = async () => {
    const [containers, networks, { Volumes: volumes }, stacks, subnets] = await Promise.all([
      docker.listContainers({ all: true, filters }),
      docker.listNetworks({ filters }),
      docker.listVolumes({ filters }),
      sql("SELECT 1 FROM stacks WHERE id = $1", [stack.id]),
      sql("SELECT 1 FROM subnets WHERE stack_id = $1", [stack.id]),
    ]);
    return {
      containers: containers.length,
      networks: networks.length,
      volumes: volumes?.length ?? 0,
      stacks: stacks.length,
      subnets: subnets.length,
      files: existsSync(join(locateHome(process.env).stacks, stack.name)),
      route: await visitStatus(),
    };
  };
  await expect
    .poll(left, patience)
    .toEqual({ containers: 0, networks: 0, volumes: 0, stacks: 0, subnets: 0, files: false, route: 404 });
});

test("no page on the way was refused a script or disagreed with its server", () => {
  expect(complaints).toEqual([]);
});
