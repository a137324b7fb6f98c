import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { choose, open, pointAt, test } from "./lab.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`there are no barriers in the ${colorScheme} at ${width} px, whatever is open`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      const text = await open(page, "full");
      await expectNoBarriers(page);
      await text.getByRole("img").first().click();
      await expectNoBarriers(page);
      await text.getByText("18,400").click();
      await expect(page.getByRole("toolbar", { name: "Table" })).toBeVisible();
      await expectNoBarriers(page);
      await pointAt(text.getByText("Nearly everything"));
      await choose(page, "End");
      await page.keyboard.type(" /");
      await expect(page.getByRole("listbox")).toBeVisible();
      await expectNoBarriers(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+k");
      await expect(
        page.getByRole("dialog", { name: "Link" }).getByRole("option").first(),
      ).toBeVisible();
      await expectNoBarriers(page);
      const overflow = () => document.documentElement.scrollWidth - innerWidth;
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    });
  }
}
