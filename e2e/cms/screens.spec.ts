import { expect, type Page } from "@playwright/test";
import { expectNoBarrier } from "../support/barriers.ts";
import { api, test } from "./cms.ts";
import { setupLink } from "./env.ts";

/** All screens in one go: going from one to the next by the admin's own links loads the admin once. */
test.setTimeout(240_000);

const navigation = (page: Page) => page.getByRole("navigation", { name: "Main" });

async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByText("Opening the text…")).toHaveCount(0);
}

test("no barrier and nothing to the side on any screen of the navigation", async ({ page }) => {
  await page.goto("/admin");
  await expect(navigation(page)).toBeVisible();
  const links = await navigation(page)
    .getByRole("link")
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).pathname));
  expect(links.length).toBeGreaterThan(7);
  for (const path of links) {
    await test.step(path, async () => {
      // A screen that has the whole window has no navigation to go on by.
      if (await navigation(page).isVisible()) await navigation(page).locator(`a[href="${path}"]`).click();
      else await page.goto(path);
      await expectSettled(page);
      await expectNoBarrier(page, `cms${path.replaceAll("/", "-")}`);
    });
  }
});

test("no barrier where things are written, and before anybody is signed in", async ({ page, browser }) => {
  await page.goto("/admin/pages/new");
  const { id } = await api<{ id: string }>(page, "POST", "/entries", { type: "post", title: "A post to be looked at" });
  const screens = ["/admin/pages/new", `/admin/posts/${id}`, "/admin/types/post", "/admin/nothing-here"];
  for (const path of screens) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectSettled(page);
      await expectNoBarrier(page, `cms${path.replace(id, "one").replaceAll("/", "-")}`);
    });
  }
  const outside = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const stranger = await outside.newPage();
  for (const [name, path] of [["sign-in", "/admin/sign-in"] as const, ["setup-used", setupLink()] as const]) {
    await test.step(name, async () => {
      await stranger.goto(path);
      await expectSettled(stranger);
      await expectNoBarrier(stranger, `cms-${name}`);
    });
  }
  await outside.close();
});
