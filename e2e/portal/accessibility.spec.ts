import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { screenshots, signedIn } from "./env.ts";
import { portalPages } from "./pages.ts";

test.use({ storageState: signedIn });

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const { name, path, heading, status } of portalPages) {
  for (const width of [1440, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${name} at ${width} px, ${colorScheme}: no barrier, no sideways scroll, no refused script`, async ({
        browser,
        baseURL,
      }) => {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme,
          storageState: signedIn,
          ...(baseURL ? { baseURL } : {}),
        });
        const page = await context.newPage();
        const refused: string[] = [];
        page.on("console", (message) => {
          if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text()))
            refused.push(message.text());
        });
        page.on("pageerror", (error) => refused.push(error.message));

        expect((await page.goto(path()))?.status()).toBe(status);
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
        await expect(page).toHaveTitle(/Freehold$|^Freehold/);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png`, fullPage: true });

        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBe(0);
        expect(refused).toEqual([]);
        await context.close();
      });
    }
  }

  test(`${name} reflows at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path());
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
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
  expect(longest).toBeLessThanOrEqual(0.001);
});
