import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { screenshots } from "./screenshots.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const softly = expect.configure({ soft: true });

/** The colour scheme of the next picture: a page hears of another one when it is drawn, and one where nothing changes is not drawn. */
const drawnScheme = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    return getComputedStyle(document.documentElement).colorScheme;
  });

/** How much of a page is to the side of the window, in px. */
const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

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
    await softly.poll(() => drawnScheme(page), { message: name }).toContain(colorScheme);
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const message = `${name} at ${width} px scrolls sideways`;
      await softly.poll(() => sidewaysOf(page), { message }).toBe(0);
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
