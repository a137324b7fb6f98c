import { expect, test } from "@playwright/test";

test("a page whose scripts were lost on the way is loaded again by itself, until they are there", async ({ page }) => {
  let lost = 0;
  await page.route("**/_next/static/**/*.js*", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.abort("connectionreset");
  });
  await page.goto("/sign-in");
  await expect(async () => {
    await page.getByRole("button", { name: "Show password" }).click({ timeout: 1_000 });
    await expect(page.getByRole("button", { name: "Hide password" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(lost).toBe(1);
});
