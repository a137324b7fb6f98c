import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { api, test } from "./cms.ts";
import { pagesOfSite, type Seen } from "./pages-of-site.ts";
import { importFile, total } from "./transfer.ts";

const name = "themeunittestdata.wordpress.xml";
const bytes = readFileSync(join(import.meta.dirname, "../../stack/backend/tests/fixtures", name));

/** Whatever in a site's pages could run something; the site has no script of its own. In the browser, which reads HTML as it is read. */
function whatRuns(pages: Seen): string[] {
  const runs = (element: Element): boolean =>
    element.matches("script, iframe, object, embed, base, meta[http-equiv='refresh']") ||
    [...element.attributes].some(
      ({ name, value }) => /^on/i.test(name) || /^\s*(?:javascript|vbscript|data:text)/i.test(value),
    );
  return Object.entries(pages).flatMap(([path, held]) => {
    const { documentElement } = new DOMParser().parseFromString(held, "text/html");
    return [...documentElement.querySelectorAll("*")].filter(runs).map(({ outerHTML }) => `${path}: ${outerHTML}`);
  });
}

test("a WordPress site is imported whole, nothing in it runs, and a second time it changes nothing", async ({
  page,
}) => {
  const first = await importFile(page, { name, bytes });

  await test.step("every item of the file is accounted for", async () => {
    const wanted = [...bytes.toString("utf8").matchAll(/<wp:post_id>(\d+)</g)].map(([, id]) => id);
    expect(wanted.length).toBeGreaterThan(100);
    const told = new Set(first.items.map(({ key }) => key));
    expect(wanted.filter((id) => !told.has(id ?? ""))).toEqual([]);
    expect(first.items.filter(({ outcome, reason }) => outcome === "skipped" && reason === "")).toEqual([]);
    expect(first.counts).toMatchObject({
      post: { created: expect.any(Number) },
      page: { created: expect.any(Number) },
    });
  });

  await test.step("its posts are among the others, and on the site", async () => {
    await page.goto("/admin/posts");
    await page.getByRole("searchbox", { name: "Search posts" }).fill("Markup: HTML Tags and Formatting");
    await expect(page).toHaveURL(/q=/);
    await page.getByRole("link", { name: "Markup: HTML Tags and Formatting", exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Markup: HTML Tags and Formatting");
    const { publishedPath } = await api<{ publishedPath: string }>(
      page,
      "GET",
      `/entries/${page.url().split("/").at(-1)}`,
    );
    await page.goto(publishedPath);
    await expect(page.getByRole("heading", { level: 1, name: "Markup: HTML Tags and Formatting" })).toBeVisible();
  });

  await test.step("nothing that could run has come along", async () => {
    await page.goto("/admin/posts");
    expect(await page.evaluate(whatRuns, await pagesOfSite(page))).toEqual([]);
  });

  await test.step("a second time it changes nothing", async () => {
    const second = await importFile(page, { name, bytes });
    expect(total(second, "created", "updated")).toBe(0);
    expect(total(second, "unchanged")).toBe(total(first, "created", "unchanged"));
  });
});
