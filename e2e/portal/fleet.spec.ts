import { expect, test } from "@playwright/test";
import { signedIn, slug } from "./env.ts";

test.use({ storageState: signedIn });

test("the fleet is in the first answer, before any script runs", async ({ request }) => {
  const html = await (await request.get(`/admin?q=${slug()}`)).text();
  expect(html).toContain(`/admin/tenants/${slug()}`);
});

test("searching narrows the register and stands in the address", async ({ page }) => {
  await page.goto("/admin");
  await page.getByRole("searchbox", { name: "Search clients" }).fill(slug());
  await expect(page).toHaveURL(new RegExp(`q=${slug()}`));
  await expect(page.getByRole("table").getByRole("link", { name: new RegExp(`^${slug()}\\.`) })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search clients" }).fill("nobody-is-called-this");
  await expect(page.getByText("No client matches.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.getByRole("searchbox", { name: "Search clients" })).toHaveValue("");
  await expect(page.getByRole("table")).toBeVisible();
});

test("the legend filters by status, and shows which", async ({ page }) => {
  await page.goto("/admin");
  const running = page.getByRole("list", { name: "Show only" }).getByRole("link", { name: /^Running/ });
  await running.click();
  await expect(page).toHaveURL(/status=running/);
  await expect(running).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("table").getByText(slug(), { exact: true })).toBeVisible();
  await running.click();
  await expect(page).toHaveURL(/\/admin$/);
});

test("columns sort both ways and say so", async ({ page }) => {
  await page.goto("/admin");
  const header = page.getByRole("columnheader", { name: "Age" });
  await header.getByRole("link").click();
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await header.getByRole("link").click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
});

test("the map names the plot that the keyboard or the pointer is on, and opens it", async ({ page }) => {
  await page.goto("/admin");
  const map = page.getByRole("listbox", { name: /Map of plots/ });
  await map.focus();
  await expect(map.getByRole("option")).toHaveText(/.+, .+/);
  await page.keyboard.press("End");
  const named = await map.getByRole("option").textContent();
  await expect(map.getByRole("option")).not.toHaveText(/^…/);
  expect(named).not.toBeNull();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/tenants\//);
});

test("a client's page has its services, addresses and what was done", async ({ page }) => {
  await page.goto(`/admin/tenants/${slug()}`);
  for (const service of ["db", "api", "web"]) {
    await expect(
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: service, exact: true }) }),
    ).toContainText(/\d+\.\d+\.\d+\.\d+/);
  }
  await expect(page.getByRole("heading", { name: "What was done" })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(`^${slug()}\\.`) })).toHaveAttribute("target", "_blank");
});

test("a client that does not exist is a 404", async ({ page }) => {
  expect((await page.goto("/admin/tenants/nobody-here"))?.status()).toBe(404);
});

test("the page is live, and looks by itself while the stream is cut", async ({ page }) => {
  await page.goto("/admin");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();

  await page.route("**/api/admin/fleet/stream", (route) => route.abort());
  await page.goto("/admin");
  await expect(page.getByText("Looking every 5 seconds")).toBeVisible();
  await page.waitForRequest((request) => request.headers().rsc === "1" && request.url().includes("/admin"), {
    timeout: 10_000,
  });
});
