import { expect, type Page, test } from "@playwright/test";
import { request as askEdge } from "../support/request.ts";
import { portalUrl, signedIn, slug } from "./env.ts";

test.use({ storageState: signedIn });
test.describe.configure({ mode: "serial" });

const port = (): number => Number(new URL(portalUrl()).port);
const visit = () => askEdge(port(), `${slug()}.localhost`, "/");
const tenantPage = (): string => `/admin/tenants/${slug()}`;

async function awaitRunning(page: Page): Promise<void> {
  await expect(async () => expect((await visit()).status).toBe(200)).toPass({ timeout: 30_000 });
  await expect(async () => {
    await page.goto(tenantPage());
    await expect(page.getByText("Its site answers.")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

test("many are suspended at once with a reason that visitors read, and each has its result", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/admin?q=${slug()}&col=status`);
  await page.locator(`input[name=slug][value="${slug()}"]`).check();
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill("The invoice of March is open.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("1 suspended.")).toBeVisible();
  await page.getByText("Each by itself").click();
  await expect(page.getByRole("list", { name: "Results" }).getByText(slug(), { exact: true })).toBeVisible();
  await expect(async () => {
    const { status, body } = await visit();
    expect(status).toBe(403);
    expect(body).toContain("The invoice of March is open.");
  }).toPass({ timeout: 15_000 });

  await page.goto(tenantPage());
  await expect(page.getByText("The invoice of March is open.").first()).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Resume" }).click();
  await awaitRunning(page);
});

test("a service is started anew, and the page says that it was and why", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(tenantPage());
  await page.getByRole("button", { name: "Restart web" }).click();
  await expect(page.getByText("web is being restarted")).toBeVisible();
  const done = page.getByRole("listitem").filter({ hasText: "restart container web" });
  await expect(done.first()).toContainText("it was asked for", { timeout: 30_000 });
  await awaitRunning(page);
});

test("the plan is asked of the engine when somebody wants to know", async ({ page }) => {
  await page.goto(tenantPage());
  await page.getByRole("button", { name: "Ask the engine" }).click();
  await expect(page.getByText("Nothing to do: what runs is what should.")).toBeVisible({ timeout: 20_000 });
});

test("notes are kept with who wrote them", async ({ page }) => {
  await page.goto(tenantPage());
  const text = `Asked for a second domain. ${Date.now()}`;
  await page.getByLabel("New note").fill(text);
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: text })).toBeVisible();
  await expect(page.getByLabel("New note")).toHaveValue("");
});

test("viewing as the client needs a reason, shows a banner, and ends", async ({ page }) => {
  await page.goto(tenantPage());
  await page.getByRole("button", { name: "View as client" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill("They wrote that a page is missing.");
  await dialog.getByRole("button", { name: "View as client" }).click();
  await expect(page).toHaveURL(new RegExp(`/t/${slug()}$`));
  await expect(page.getByText("as its clients do")).toBeVisible();
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(new RegExp(`${tenantPage()}$`));
  expect((await page.goto(`/t/${slug()}`))?.status()).toBe(404);
});

test("what cannot be taken back asks for the slug", async ({ page }) => {
  await page.goto(`${tenantPage()}?do=purge`);
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Purge" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(`${slug()}x`);
  await expect(dialog.getByRole("button", { name: "Purge" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
});

test("the present search is a file, too", async ({ page }) => {
  const answer = await page.request.get(`/api/admin/fleet/export?q=${slug()}`);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines[0]).toMatch(/^slug,name,status/);
  expect(lines.some((line) => line.startsWith(`${slug()},`))).toBe(true);
});

test("a search is kept under a name and found again", async ({ page }) => {
  await page.goto("/admin?status=running&col=status");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Save this view" }).click();
  const name = `Running ${Date.now()}`;
  await page.getByRole("alertdialog").getByLabel("Name").fill(name);
  await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click();
  await page.goto("/admin");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/status=running.*col=status/);
  await expect(page.getByRole("columnheader", { name: "Release" })).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: `Delete the view ${name}` }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("the map is grouped, zoomed, and there as a table", async ({ page }) => {
  await page.goto("/admin");
  await page.getByRole("navigation", { name: "Group the map by" }).getByRole("link", { name: "Region" }).click();
  await expect(page).toHaveURL(/map=region/);
  await expect(page.getByRole("listbox", { name: "Map of plots of This machine, oldest first" })).toBeVisible();
  await page.getByText("The map as a table").click();
  await expect(page.getByRole("table", { name: "Clients by state" }).getByRole("rowheader")).toHaveCount(1);
  await page.getByRole("button", { name: "Larger plots" }).click();
});
