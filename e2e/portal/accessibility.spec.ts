import { expect, test } from "@playwright/test";
import { expectNoBarrier } from "../support/barriers.ts";
import { signedIn } from "./env.ts";
import { portalPages } from "./pages.ts";

test.use({ storageState: signedIn });

for (const { name, path, heading, status } of portalPages) {
  test(`${name}: no barrier, no sideways scroll, no refused script`, async ({ page }) => {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text()))
        refused.push(message.text());
    });
    page.on("pageerror", (error) => refused.push(error.message));

    expect((await page.goto(path()))?.status()).toBe(status);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page).toHaveTitle(/Freehold$|^Freehold/);
    await expectNoBarrier(page, name);
    expect(refused).toEqual([]);
  });
}

test("the first stop of the keyboard leads past the header", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

test("nothing moves for those who asked for that", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/admin");
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("*")].map((element) =>
        Number.parseFloat(getComputedStyle(element).transitionDuration),
      ),
    ),
  );
  expect(longest).toBe(0);
});
