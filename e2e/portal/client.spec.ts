import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type Browser, type BrowserContext, expect as expectSoon, type Page, test } from "@playwright/test";
import { locateHome } from "../../lib/home.ts";
import { enterUrl, signEnterToken } from "../../lib/stack-api/sign-enter-token.ts";
import { expectNoBarrier } from "../support/barriers.ts";
import { changeTenant } from "../support/change-tenant.ts";
import { inControlDatabase, makeMember, makePerson, signIn } from "../support/client-session.ts";
import { request } from "../support/request.ts";
import { runProgram } from "../support/run-program.ts";
import { signalWorker } from "../support/signal-worker.ts";
import { slug as otherSlug, portalUrl } from "./env.ts";

/** What clients do with what is theirs, on a stack of their own. One after another: it is one client's story. */
test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);
/** Stacks start and stop under these pages; a busy machine takes its time. */
const expect = expectSoon.configure({ timeout: 30_000 });

const slug = `harbour-${Date.now().toString(36)}`;
const name = "Harbour & Sons";
const ada = `ada@${slug}.example`;
const ben = `ben@${slug}.example`;
const vera = `vera@${slug}.example`;
const freehold = join(import.meta.dirname, "../../freehold");
const siteUrl = (): string => portalUrl().replace("localhost", `${slug}.localhost`);

/** What a visitor of the site is answered; browsers know where *.localhost is, Node does not. */
const visit = async (path: string): Promise<number> =>
  (await request(Number(new URL(portalUrl()).port), new URL(siteUrl()).hostname, path)).status;

let owner: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  owner = await browser.newContext({ baseURL: portalUrl() });
  await signIn(owner, portalUrl(), ada);
  page = await owner.newPage();
});
test.afterAll(async () => {
  await owner.close();
  await runProgram([freehold, "teardown", slug, "--purge", "--yes"], process.env);
});

test("a client watches the CMS come up, also without streams, and finds both ways in", async () => {
  signalWorker("SIGSTOP");
  const onboarding = runProgram([freehold, "onboard", slug, "--name", name], process.env);
  try {
    await expect
      .poll(() =>
        inControlDatabase(async (db) => (await db.query("SELECT 1 FROM tenants WHERE slug = $1", [slug])).rowCount),
      )
      .toBe(1);
    await makeMember(slug, ada, "owner", "Ada");
    const polling = await owner.newPage();
    await polling.route("**/progress/stream", (route) => route.abort());
    for (const shown of [page, polling]) {
      await shown.goto(`/t/${slug}`);
      await expect(shown.getByRole("heading", { name: "Your CMS is being set up" })).toBeVisible();
      await expect(shown.getByRole("list", { name: "What is being done" }).getByRole("listitem")).toHaveCount(6);
    }
    signalWorker("SIGCONT");
    for (const shown of [page, polling]) {
      await expect(shown.getByRole("heading", { name: "Your CMS is ready" })).toBeVisible({ timeout: 60_000 });
      await expect(shown.getByText("Running", { exact: true })).toBeVisible();
      await expect(shown.getByText("Starting your database, done")).toBeVisible();
      await expect(shown.getByText(/^Made for you in /)).toBeVisible();
      await expect(shown.getByRole("main").getByRole("link", { name: "Open your site" }).first()).toBeVisible();
    }
    await polling.close();
  } finally {
    signalWorker("SIGCONT");
  }
  expect((await onboarding).code).toBe(0);
  await page.reload();
  await expect(page.getByText("Your site and your CMS answer.")).toBeVisible();
});

test("the CMS opens signed in, by a link that no page held and that opens it once", async ({ browser }) => {
  expect(await page.content()).not.toContain("/api/enter");
  const cms = await owner.newPage();
  await cms.goto(`/t/${slug}`);
  const entered = cms.waitForRequest(/\/api\/enter\?token=/);
  await cms.getByRole("button", { name: "Open your CMS" }).first().click();
  const link = (await entered).url();
  await expect(cms).toHaveURL(new RegExp(`^${siteUrl()}/admin(/pages)?$`));
  await expect(cms.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(cms.getByRole("textbox", { name: "Password" })).toHaveCount(0);

  await expectNoEntry(browser, link);

  await page.goto(`/t/${slug}/activity`);
  await expect(page.getByText("You opened the CMS")).toBeVisible();
});

/** A browser that brings a link into the CMS which is no good is told so, and what to do, and is let in nowhere. */
async function expectNoEntry(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext();
  const shown = await context.newPage();
  expect((await shown.goto(link))?.status()).toBe(410);
  await expect(shown.getByRole("heading", { level: 1, name: "This link is no longer good" })).toBeVisible();
  await expect(shown.getByText("has been used, has expired or is for another site")).toBeVisible();
  await expect(shown.getByText("Go back to where you opened this site's administration")).toBeVisible();
  expect((await context.cookies()).map((cookie) => cookie.name)).toEqual([]);
  expect((await shown.goto(`${siteUrl()}/api/session`))?.status()).toBe(401);
  await context.close();
}

test("a link into the CMS that has expired or is for another site says so, and what to do", async ({ browser }) => {
  const keyOf = (stack: string): string =>
    parseEnv(readFileSync(join(locateHome(process.env).stacks, stack, ".env"), "utf8")).SECRET_KEY ?? "";
  const linkWith = (key: string, stack: string, ageMs = 0): string =>
    enterUrl(siteUrl(), signEnterToken(key, { stack, email: ada, name: "Ada", role: "owner" }, Date.now() - ageMs));
  await expectNoEntry(browser, linkWith(keyOf(slug), slug, 61_000));
  await expectNoEntry(browser, linkWith(keyOf(slug), otherSlug()));
  await expectNoEntry(browser, linkWith(keyOf(otherSlug()), slug));
  await expectNoEntry(browser, linkWith(keyOf(otherSlug()), otherSlug()));
  await expectNoEntry(browser, `${siteUrl()}/api/enter`);
  await page.goto(`${siteUrl()}/api/enter`);
  await expectNoBarrier(page, "cms-entry-refused");

  // What was refused was refused for that alone.
  const context = await browser.newContext();
  const shown = await context.newPage();
  await shown.goto(linkWith(keyOf(slug), slug));
  await expect(shown).toHaveURL(new RegExp(`^${siteUrl()}/admin(/pages)?$`));
  await context.close();
});

test("logs come live, can be held, searched and taken along", async () => {
  await page.goto(`/t/${slug}/logs`);
  const log = page.getByRole("log");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await visit("/first-marker");
  await expect(log.getByText("first-marker").first()).toBeVisible();

  await page.getByRole("button", { name: "Pause" }).click();
  await visit("/second-marker");
  await expect(page.getByText(/^Paused, [1-9]\d* new$/)).toBeVisible();
  await expect(log.getByText("second-marker")).toHaveCount(0);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(log.getByText("second-marker").first()).toBeVisible();

  await page.getByRole("searchbox").fill("SECOND-marker");
  await expect(log.getByText("first-marker")).toHaveCount(0);
  await page.getByRole("searchbox").fill("");

  await page.getByRole("link", { name: "Database" }).click();
  await expect(page).toHaveURL(/service=db$/);
  await expect(log.getByText("first-marker")).toHaveCount(0);

  const file = await page.request.get(`/api/t/${slug}/logs/download?service=api`);
  expect(file.headers()["content-disposition"]).toContain(`${slug}-api-`);
  const text = await file.text();
  expect(text).toContain("second-marker");
  expect(text).not.toMatch(/ db {2}/);
});

test("an invitation is for its address alone, and once", async ({ browser }) => {
  await page.goto(`/t/${slug}/members`);
  await page.getByLabel("Email address").fill("nobody");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText(/^Enter an email address/)).toBeVisible();
  await page.getByLabel("Email address").fill(ben);
  await page.getByRole("radio", { name: /Administrator/ }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("rowheader", { name: ben })).toBeVisible();
  const link = await inControlDatabase(async (db) => {
    const { rows } = await db.query<{ text: string }>("SELECT text FROM mails WHERE recipient = $1", [ben]);
    return /http\S+\/invitation\?token=\S+/.exec(rows[0]?.text ?? "")?.[0] ?? "";
  });

  const eve = await browser.newContext({ baseURL: portalUrl() });
  await signIn(eve, portalUrl(), `eve@${slug}.example`);
  const hers = await eve.newPage();
  await hers.goto(link);
  await expect(hers.getByText("This invitation is for another address")).toBeVisible();
  await expect(hers.getByRole("button", { name: /Accept/ })).toHaveCount(0);
  expect((await eve.request.get(`/t/${slug}`)).status()).toBe(404);
  await eve.close();

  const context = await browser.newContext({ baseURL: portalUrl() });
  const his = await context.newPage();
  await his.goto(link);
  await expectNoBarrier(his, "invitation");
  await his.getByLabel("Your name").fill("Ben Harbour");
  await his.getByLabel("Password", { exact: true }).fill("a long enough one for a harbour");
  await his.getByRole("button", { name: "Accept and sign in" }).click();
  await expect(his).toHaveURL(new RegExp(`/t/${slug}$`));
  await his.goto(link);
  await expect(his.getByRole("heading", { name: "This invitation is no longer good" })).toBeVisible();
  await context.close();

  await page.reload();
  await expect(page.getByRole("combobox", { name: "Role of Ben Harbour" })).toHaveValue("admin");
});

test("a viewer looks and changes nothing", async ({ browser }) => {
  await makeMember(slug, vera, "viewer", "Vera");
  const context = await browser.newContext({ baseURL: portalUrl() });
  await signIn(context, portalUrl(), vera);
  const hers = await context.newPage();
  await hers.goto(`/t/${slug}/members`);
  await expect(hers.getByRole("link", { name: "Logs" })).toHaveCount(0);
  await expect(hers.getByRole("button", { name: /Remove|Send/ })).toHaveCount(0);
  for (const path of ["stream", "download"])
    expect((await context.request.get(`/api/t/${slug}/logs/${path}`)).status()).toBe(403);
  await hers.goto(`/t/${slug}/settings`);
  await expect(hers.getByRole("button", { name: "Close the account" })).toHaveCount(0);
  await expect(hers.getByText("Only an owner can close the account.")).toBeVisible();
  await context.close();
});

/**
 * Follows the logs in a page, and returns once the first of them is there: what is taken away from then
 * on is taken from a stream that stands.
 */
async function followLogs(shown: Page): Promise<{ ended(): Promise<boolean> }> {
  const stream = await shown.evaluateHandle(async (path) => {
    const answer = await fetch(path);
    if (answer.status !== 200 || answer.body === null) throw new Error(`the stream was answered ${answer.status}`);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const read = async (): Promise<boolean> => {
      const { done, value } = await reader.read();
      text += value ?? "";
      return !done;
    };
    while (!text.includes("event: ")) if (!(await read())) throw new Error(`the stream ended at once: ${text}`);
    const over = (async () => {
      while (await read());
      return text.includes("event: end");
    })();
    return { over };
  }, `/api/t/${slug}/logs/stream`);
  return {
    /** Whether the server said that it is over. */
    ended: () => stream.evaluate(({ over }) => over),
  };
}

test("a stream of logs ends with the membership, and with the session", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portalUrl() });
  await signIn(context, portalUrl(), ben);
  const his = await context.newPage();
  await his.goto(`/t/${slug}`);
  const stream = await followLogs(his);
  await page.goto(`/t/${slug}/members`);
  await page.getByRole("button", { name: "Remove Ben Harbour" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  expect(await stream.ended()).toBe(true);
  await expect(page.getByRole("row", { name: /Ben Harbour/ })).toHaveCount(0);
  expect((await context.request.get(`/t/${slug}`)).status()).toBe(404);
  await context.close();
  await expect
    .poll(() => page.goto(`/t/${slug}/activity`).then(() => page.getByText(`You signed ${ben} out of the CMS`).count()))
    .toBe(1);

  const other = await browser.newContext({ baseURL: portalUrl() });
  await signIn(other, portalUrl(), ada);
  const second = await other.newPage();
  await second.goto(`/t/${slug}`);
  const hers = await followLogs(second);
  const userId = await makePerson(ada);
  await inControlDatabase((db) =>
    db.query(
      `UPDATE sessions SET revoked_at = now() WHERE id =
         (SELECT id FROM sessions WHERE user_id = $1 ORDER BY created_at DESC LIMIT 1)`,
      [userId],
    ),
  );
  expect(await hers.ended()).toBe(true);
  await other.close();
});

test("a suspension ends streams and CMS sessions, says why, and leaves the account to its owner", async () => {
  const cms = await owner.newPage();
  await cms.goto(`/t/${slug}`);
  await cms.getByRole("button", { name: "Open your CMS" }).click();
  await expect(cms).toHaveURL(new RegExp(`^${siteUrl()}/admin(/pages)?$`));
  await page.goto(`/t/${slug}`);
  const stream = await followLogs(page);
  await changeTenant("suspend", slug, "The invoice of October is open");
  expect(await stream.ended()).toBe(true);
  await page.goto(`/t/${slug}`);
  await expect(page.getByText("The invoice of October is open")).toBeVisible();
  await expect(page.getByText(/^Your site is suspended/)).toHaveCount(1);
  await expect(page.getByText(/cannot be asked at the moment/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open your CMS" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /\/admin/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Logs" })).toHaveCount(0);
  await expect.poll(() => visit("/")).toBe(403);
  // What is running is stopped before it may come back.
  await expect
    .poll(() =>
      inControlDatabase(
        async (db) => (await db.query("SELECT phase FROM stacks WHERE name = $1", [slug])).rows[0]?.phase,
      ),
    )
    .toBe("settled");
  await changeTenant("resume", slug);
  await expect.poll(() => visit("/"), { timeout: 60_000 }).toBe(200);
  await cms.reload();
  await expect(cms.getByRole("textbox", { name: "Password" })).toBeVisible();
  await cms.close();
});

test("an account is closed by typing its address, and taken back", async () => {
  await page.goto(`/t/${slug}/settings`);
  await page.getByRole("button", { name: "Close the account" }).click();
  const dialog = page.getByRole("alertdialog");
  const confirm = dialog.getByRole("button", { name: "Close the account" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill(slug);
  await confirm.click();
  await expect(page.getByText(/its data is deleted in 14 days/)).toBeVisible();
  await expect.poll(() => visit("/")).toBe(410);
  await page.getByRole("button", { name: "Take the closing back" }).click();
  await expect(page.getByRole("button", { name: "Close the account" })).toBeVisible();
  await expect.poll(() => visit("/"), { timeout: 60_000 }).toBe(200);
  await page.goto(`/t/${slug}/activity`);
  await expect(page.getByText("You took the closing back")).toBeVisible();
});

for (const path of ["", "/activity", "/logs", "/metrics?range=24h", "/members", "/settings"]) {
  test(`/t/…${path} has no barrier, at any width, in both themes`, async () => {
    const refused: string[] = [];
    const shown = await owner.newPage();
    shown.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text()))
        refused.push(message.text());
    });
    expect((await shown.goto(`/t/${slug}${path}`))?.status()).toBe(200);
    await expect(shown.getByRole("heading", { level: 1, name })).toBeVisible();
    await expectNoBarrier(shown, `client${path.replace(/\W+/g, "-").replace(/-$/, "") || "-overview"}`);
    expect(refused).toEqual([]);
    await shown.close();
  });
}
