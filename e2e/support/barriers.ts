import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { screenshots } from "./screenshots.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What has to be true of a page wherever it is looked at: in both themes no barrier at 1440 and
 * 390 px, and down to 320 px nothing to the side. Loaded once, looked at six times: the suite is
 * done sooner, and a theme that is changed under a page has to come through, too.
 * Leaves a picture of each under `screenshots`.
 */
export async function expectNoBarrier(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // A page hears of it when it is next drawn, and one where nothing changes is not drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    await expect.soft(page.locator("html"), name).toHaveCSS("color-scheme", new RegExp(colorScheme));
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(sideways, `${name} at ${width} px scrolls sideways`).toBe(0);
      if (width === 320) continue;
      await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      // In the page itself: the other way opens a second one for each look.
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .withTags(tags)
        .setLegacyMode()
        .analyze();
      const barriers = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect.soft(barriers, `${name} at ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
