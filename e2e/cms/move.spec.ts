import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { api, setUp, test } from "./cms.ts";
import { otherSetupLink, otherSiteUrl } from "./env.ts";
import { pagesOfSite } from "./pages-of-site.ts";
import { importFile, total } from "./transfer.ts";

/** Gives the site a design that is not its theme's own. */
async function dress(page: Page, design: Readonly<Record<string, string>>): Promise<void> {
  const { version } = await api<{ version: number }>(page, "GET", "/design");
  const draft = await api<{ version: number }>(page, "PUT", "/design", { version, design });
  await api(page, "POST", "/design/apply", { version: draft.version });
}

test("a whole site is exported, and imported into another client's CMS it is the same, page by page", async ({
  page,
  browser,
}) => {
  await page.goto("/admin/transfer");
  await api(page, "PUT", "/site", { title: "The Lighthouse Quarterly", tagline: "Four times a year" });
  await dress(page, { theme: "stage", accent: "#7a2e4d", footerText: "Printed on the quay." });
  const written = await api<{ id: string }>(page, "POST", "/entries", {
    type: "page",
    title: "What goes along",
    data: { body: "<p>Everything that is public.</p>", bodyFormat: "html" },
  });
  await api(page, "POST", `/entries/${written.id}/publish`);

  const file = await test.step("the export is one file", async () => {
    await page.getByRole("button", { name: "Export the site" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download" }).first().click({ timeout: 60_000 }),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  });
  const before = await pagesOfSite(page);
  expect(Object.keys(before)).toContain("/what-goes-along");

  const elsewhere = await browser.newPage({ baseURL: otherSiteUrl(), storageState: { cookies: [], origins: [] } });
  await test.step("another client brings it in", async () => {
    await setUp(elsewhere, otherSetupLink());
    const report = await importFile(elsewhere, file);
    expect(total(report, "created")).toBeGreaterThan(0);
  });

  await test.step("every page and every file of the one is the other's, and nothing more", async () => {
    const after = await pagesOfSite(elsewhere);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const [path, held] of Object.entries(before)) expect.soft(after[path], path).toBe(held);
  });

  await test.step("brought in a second time it changes nothing", async () => {
    expect(total(await importFile(elsewhere, file), "created", "updated")).toBe(0);
  });
  await elsewhere.close();
});
