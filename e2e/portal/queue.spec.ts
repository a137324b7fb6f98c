import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { seedApplication, withDatabase } from "../support/portal-database.ts";
import { slug as existing, signedIn } from "./env.ts";

test.use({ storageState: signedIn });

const fresh = (name: string): string => `${name}-${randomBytes(3).toString("hex")}`;
const row = (page: Page, company: string) => page.getByRole("listitem").filter({ hasText: company });

// Other tests count what waits: nothing of ours stays.
test.afterEach(() =>
  withDatabase((client) => client.query("UPDATE applications SET status = 'lapsed' WHERE status = 'pending'")),
);

test("the keyboard alone approves a client, and ten seconds later its site is being made", async ({ page }) => {
  const slug = fresh("keys");
  await seedApplication({ slug, companyName: `Keys ${slug}` });
  await page.goto("/admin/applications");
  await expect(row(page, slug)).toBeVisible();
  const box = page.getByRole("checkbox", { name: `Select Keys ${slug}` });
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(box).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press("a");
  await expect(row(page, slug)).toContainText(/Approved, \d+ s/);
  await expect(page.getByText("One approved")).toBeVisible();
  await expect(async () => expect((await page.request.get(`/admin/tenants/${slug}`)).status()).toBe(200)).toPass({
    timeout: 25_000,
  });
  await expect(row(page, slug)).toHaveCount(0);
});

test("an approval that is taken back starts nothing", async ({ page }) => {
  test.setTimeout(60_000);
  const slug = fresh("undo");
  await seedApplication({ slug, companyName: `Undo ${slug}` });
  // On a phone: what decides is in sight beside whom it decides about.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/admin/applications");
  const approve = page.getByRole("button", { name: `Approve Undo ${slug}` });
  await approve.scrollIntoViewIfNeeded();
  await expect(approve).toBeInViewport({ ratio: 1 });
  await approve.click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(approve).toBeVisible();
  await withDatabase(async (client) => {
    // Past the ten seconds by the database's own clock, and the worker's next look after it.
    await client.query("SELECT pg_sleep(12)");
    const { rows } = await client.query("SELECT status, tenant_id FROM applications WHERE slug = $1", [slug]);
    expect(rows).toEqual([{ status: "pending", tenant_id: null }]);
  });
});

test("of three approved at once the one that cannot be says why in its row", async ({ page }) => {
  const [first, second] = [fresh("bulk"), fresh("bulk")];
  await seedApplication({ slug: first, companyName: `Bulk ${first}` });
  await seedApplication({ slug: existing(), companyName: "Latecomer", email: `${fresh("late")}@example.org` });
  await seedApplication({ slug: second, companyName: `Bulk ${second}`, email: `ada@${second}.gmail.example` });
  await page.goto("/admin/applications");
  await page.getByRole("checkbox", { name: "Select all" }).check();
  await page.getByRole("button", { name: "Approve 3 selected" }).click();
  await expect(row(page, "Latecomer").getByRole("alert")).toContainText("is taken");
  for (const slug of [first, second]) await expect(row(page, slug)).toContainText(/Approved, \d+ s/);
  await expect(page.getByText("2 approved")).toBeVisible();
  await page.keyboard.press("u");
  for (const slug of [first, second])
    await expect(page.getByRole("button", { name: `Approve Bulk ${slug}` })).toBeVisible();
});

test("rejecting asks for the reason, and typing it decides nothing else", async ({ page }) => {
  const slug = fresh("reject");
  await seedApplication({ slug, companyName: `Reject ${slug}`, email: `ada.${slug}@gmail.com` });
  await page.goto("/admin/applications");
  await expect(row(page, slug)).toContainText("Free mail");
  await page.getByRole("checkbox", { name: `Select Reject ${slug}` }).focus();
  await page.keyboard.press("r");
  const dialog = page.getByRole("alertdialog", { name: `Reject Reject ${slug}?` });
  await dialog.getByLabel("Reason").fill("");
  await dialog.getByLabel("Reason").pressSequentially("a jar of rakes");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(row(page, slug)).toContainText(/Rejected, \d+ s/);
  await expect(page.getByRole("link", { name: /^Decided/ })).toBeVisible();
  await expect(async () => {
    await page.goto("/admin/applications?view=decided");
    await expect(row(page, slug)).toContainText("a jar of rakes", { timeout: 500 });
  }).toPass({ timeout: 20_000 });
});

test("the keys can be switched off, and stay off", async ({ page }) => {
  const slug = fresh("off");
  await seedApplication({ slug, companyName: `Off ${slug}` });
  await page.goto("/admin/applications");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  // No key does anything before the page's script has come.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  await dialog.getByRole("switch", { name: "Use these keys" }).uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.getByRole("checkbox", { name: `Select Off ${slug}` }).focus();
  await page.keyboard.press("a");
  await page.keyboard.press("?");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Approve Off ${slug}` })).toBeVisible();
});
