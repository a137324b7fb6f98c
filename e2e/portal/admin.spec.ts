import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type AuditRecord, whyBroken } from "../../lib/domain/audit-chain.ts";
import { screenshots } from "../support/screenshots.ts";
import { signedIn, slug } from "./env.ts";

test.use({ storageState: signedIn });

/** Contexts of a test begin as this file says unless told otherwise. */
const nobody = { cookies: [], origins: [] };
const password = "a long enough passphrase 7";

/** The link in the newest mail to somebody, read where admins read it. */
async function mailedLink(page: Page, recipient: string): Promise<string> {
  await page.goto(`/admin/mail?q=${encodeURIComponent(recipient)}`);
  await page
    .getByRole("button", { name: new RegExp(`^Read .* to ${recipient}`) })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`To ${recipient}`);
  return /https?:\/\/\S+/.exec((await dialog.textContent()) ?? "")?.[0] ?? "";
}

test("an operator is invited, comes in once, is kept to what operators may, and is gone when removed", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `eve-${Date.now()}@example.com`;
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveAccessibleDescription(
    /Enter your email address/,
  );
  await page.getByRole("textbox", { name: "Email address" }).fill(email);
  await page.getByRole("radio", { name: /^Operator/ }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("table", { name: /Invitations that wait/ })).toContainText(email);

  const link = await mailedLink(page, email);
  expect(link).toContain("/invitation/fleet?token=");
  const stranger = await browser.newContext({ storageState: nobody, ...(baseURL ? { baseURL } : {}) });
  const eve = await stranger.newPage();

  await test.step("she chooses a name and a password and is in", async () => {
    await eve.goto(link);
    await expect(eve.getByRole("heading", { level: 1 })).toHaveText("Come in to Freehold");
    await eve.getByRole("textbox", { name: "Your name" }).fill("Eve Example");
    await eve.getByRole("textbox", { name: "Password" }).fill(password);
    await eve.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(eve).toHaveURL(/\/admin$/);
  });

  await test.step("the link opens nothing any more", async () => {
    await eve.goto(link);
    await expect(eve.getByRole("heading", { level: 1 })).toHaveText("This invitation is no longer good");
  });

  await test.step("she reads settings and people, and changes neither; mail is not hers to see", async () => {
    await eve.goto("/admin/settings");
    await expect(eve.getByText("Owners change these settings")).toBeVisible();
    await expect(eve.getByRole("button", { name: "Save" })).toHaveCount(0);
    await eve.goto("/admin/people");
    await expect(eve.getByRole("button", { name: /Remove|Send the invitation/ })).toHaveCount(0);
    await expect(eve.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Mail" })).toHaveCount(0);
    await eve.goto("/admin/mail");
    await expect(eve.getByRole("table", { name: "Outbox" })).toHaveCount(0);
  });

  await test.step("the owner makes her an auditor, then removes her: she is out at once", async () => {
    await page.goto("/admin/people");
    await page.getByRole("combobox", { name: "Role of Eve Example" }).selectOption("auditor");
    await expect(page.getByText("Eve Example is auditor now")).toBeVisible();
    await eve.goto("/admin/engines");
    await expect(eve.getByRole("heading", { level: 1 })).toHaveText("Engines and regions");
    await expect(eve.getByRole("button", { name: /Cordon/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Remove Eve Example" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(page.getByRole("table", { name: "Admins" })).not.toContainText("Eve Example");
    await eve.goto("/admin/engines");
    await expect(eve).toHaveURL(/\/sign-in/);
  });
  await stranger.close();
});

test("the last owner is offered neither a lesser role nor the way out", async ({ page }) => {
  await page.goto("/admin/people");
  const owner = page.getByRole("table", { name: "Admins" }).getByRole("row").filter({ hasText: "(you)" });
  await expect(owner).toContainText("Owner");
  await expect(owner.getByRole("button")).toHaveCount(0);
  await expect(owner.getByRole("combobox")).toHaveCount(0);
});

test("the approval policy is checked, kept, and in the audit log", async ({ page }) => {
  await page.goto("/admin/settings");
  const form = page.getByRole("region", { name: "Approval" });
  await form.getByRole("radio", { name: /listed mail domains/ }).check();
  const domains = form.getByRole("textbox", { name: "Mail domains" });
  await domains.fill("");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(domains).toHaveAccessibleDescription(/Enter at least one domain/);
  await domains.fill("not a domain");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(domains).toHaveAccessibleDescription(/is not a mail domain/);
  await domains.fill("@Example.com\nacme.example");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The policy holds from now on")).toBeVisible();

  await page.goto("/admin/audit?what=setting.changed&whom=setting:approval");
  await page.getByRole("table", { name: "Events" }).locator("summary").first().click();
  await expect(page.getByRole("table", { name: "Events" }).locator("pre").first()).toContainText('"acme.example"');

  await page.goto("/admin/settings");
  await expect(form.getByRole("radio", { name: /listed mail domains/ })).toBeChecked();
  await expect(domains).toHaveValue("example.com\nacme.example");
  await form.getByRole("radio", { name: /By hand/ }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The policy holds from now on")).toBeVisible();
});

test("a banner stands above every page, also strangers', until it is taken away", async ({ page, request }) => {
  await page.goto("/admin/settings");
  const form = page.getByRole("region", { name: "Banner" });
  await form.getByRole("textbox", { name: "Text" }).fill("We move house on Sunday <b>");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "We move house on Sunday <b>" })).toBeVisible();
  expect(await (await request.get("/")).text()).toContain("We move house on Sunday &lt;b&gt;");
  await form.getByRole("textbox", { name: "Text" }).fill("");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The banner is gone")).toBeVisible();
  expect(await (await request.get("/")).text()).not.toContain("We move house");
});

test("a test mail shows what became of it", async ({ page }) => {
  await page.goto("/admin/settings");
  await page.getByRole("button", { name: "Send a test mail" }).click();
  await expect(page.getByText(/There is no mail server, so it was kept|The mail server took it/)).toBeVisible({
    timeout: 15_000,
  });
});

test("an engine is cordoned with a reason that others read, and takes new stacks again", async ({ page }) => {
  await page.goto("/admin/engines");
  const engine = page.getByRole("article").first();
  await expect(engine).toContainText(/free of/);
  await engine.getByRole("button", { name: /^Cordon/ }).click();
  await page.getByRole("alertdialog").getByRole("textbox", { name: "Reason" }).fill("its fan is loud");
  await page.getByRole("alertdialog").getByRole("button", { name: "Cordon" }).click();
  await expect(engine).toContainText("Nothing new goes here.");
  await expect(engine).toContainText("its fan is loud");
  await engine.getByRole("button", { name: /^Uncordon/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Uncordon" }).click();
  await expect(engine).toContainText("Takes new stacks");
});

test("the audit log is filtered, verified, and exported so that it can be verified elsewhere", async ({ page }) => {
  await page.goto("/admin/audit");
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText(/events, every hash right/)).toBeVisible();
  const head = await page
    .locator("code")
    .filter({ hasText: /^[0-9a-f]{64}$/ })
    .first()
    .textContent();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSONL" }).click(),
  ]);
  const records = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AuditRecord);
  expect(records.map((record, index) => whyBroken(records[index - 1] ?? null, record))).toEqual(
    records.map(() => null),
  );
  expect(records.map(({ hash }) => hash)).toContain(head);

  await page.getByRole("textbox", { name: "Whom" }).fill(`tenant:${slug()}`);
  await page.getByRole("combobox", { name: "What" }).selectOption("tenant.created");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/what=tenant\.created/);
  const rows = page.getByRole("table", { name: "Events" }).getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("textbox", { name: "Whom" })).toHaveValue(`tenant:${slug()}`);
  const csv = await page.request.get((await page.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? "");
  expect((await csv.text()).trimEnd().split("\r\n")).toHaveLength(2);
});

test("the palette goes to a client and to what can be done with it, by keyboard alone", async ({ page }) => {
  await page.goto("/admin/people");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to or do anything" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(slug());
  await expect(palette.getByRole("option", { name: new RegExp(slug()) }).first()).toBeVisible();
  await page.screenshot({ path: `${screenshots}/palette.png` });
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(palette.getByRole("option", { name: "Open its page" })).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(palette.getByRole("option", { name: "Engines" })).toBeVisible();
  await page.keyboard.type(slug());
  await expect(palette.getByRole("option", { name: new RegExp(slug()) }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("audit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/audit\?/);
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Events" })).toContainText(`tenant:${slug()}`);

  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
});

test("search says in words what it does not take", async ({ page }) => {
  for (const query of ["", "q=", `q=${"x".repeat(101)}`, "q=%00"]) {
    const answer = await page.request.get(`/api/admin/search?${query}`);
    expect([answer.status(), (await answer.json()).error.code]).toEqual([400, "usage"]);
  }
  expect(await (await page.request.get("/api/admin/search?q=%25_%27")).json()).toEqual([]);
});
