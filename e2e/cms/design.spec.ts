import { expect } from "@playwright/test";
import { test, visit } from "./cms.ts";

const accent = "#7a2e4d";

test("another theme is tried out in the preview, applied for everybody, and taken back", async ({ page, browser }) => {
  const site = await browser.newPage({ storageState: { cookies: [], origins: [] } });
  const themeOf = async (): Promise<string> => {
    await site.goto("/");
    return (await site.locator("html").getAttribute("data-theme")) ?? "";
  };
  const before = await themeOf();

  await page.goto("/admin/design");
  const preview = page.frameLocator('iframe[title^="Preview of"]');
  await expect(preview.locator("html")).toHaveAttribute("data-theme", before);
  const other = page.getByRole("group", { name: "Theme" }).getByRole("radio", { checked: false }).first();

  await test.step("the preview follows, and visitors see nothing of it", async () => {
    await other.check({ force: true });
    await page.getByLabel("Accent", { exact: true }).fill(accent);
    await expect(page.getByText("A draft; visitors see the old design")).toBeVisible();
    await expect(preview.locator("html")).not.toHaveAttribute("data-theme", before);
    expect(await themeOf()).toBe(before);
  });

  await test.step("applied, it is there for visitors", async () => {
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("This is what visitors see")).toBeVisible();
    await expect.poll(themeOf).not.toBe(before);
    const sheets = await site
      .locator('link[rel="stylesheet"]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
    const styles = await Promise.all(sheets.map(async (path) => (await visit(page, path)).html));
    expect(styles.join("\n").toLowerCase()).toContain(accent);
  });

  await test.step("taken back, visitors have the one before", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(themeOf).toBe(before);
  });

  await site.close();
});
