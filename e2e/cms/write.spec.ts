import { expect, type Page } from "@playwright/test";
import { api, test, visit } from "./cms.ts";

const first = "The ferry leaves at seven.";
const second = "The ferry leaves at eight, and waits for nobody.";

const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const show = (page: Page, view: "Write" | "Details" | "Preview") =>
  page.getByRole("group", { name: "Show" }).getByRole("button", { name: view }).click();

/** Tomorrow at nine, as the field for a time wants it. */
function tomorrow(): string {
  const day = new Date(Date.now() + 86_400_000);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T09:00`;
}

test("a page is written, previewed, scheduled, published, compared with what was, and restored", async ({
  page,
  browser,
}) => {
  const path = "/ferry-times";
  await page.goto("/admin/pages/new");

  await test.step("it is saved by itself while it is written", async () => {
    await page.getByRole("textbox", { name: "Title" }).fill("Ferry times");
    await text(page).click();
    await page.keyboard.type(`${first} Bring a **coat**.`);
    await expect(page.getByText(/^Saved \d/)).toBeVisible({ timeout: 15_000 });
    await expect(page).toHaveURL(/\/admin\/pages\/(?!new)[^/]+$/);
  });
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await test.step("it is previewed beside the text, and by whoever is given the link", async () => {
    await show(page, "Preview");
    const preview = page.getByRole("region", { name: "Preview" });
    await expect(preview.locator("strong")).toHaveText("coat");
    await show(page, "Details");
    await page.getByRole("button", { name: "Make a link for previewing" }).click();
    const link = await page.getByLabel("Link for previewing").inputValue();
    const guest = await browser.newPage({ storageState: { cookies: [], origins: [] } });
    await guest.goto(link);
    await expect(guest.getByRole("heading", { level: 1, name: "Ferry times" })).toBeVisible();
    await expect(guest.getByText(first)).toBeVisible();
    await guest.close();
    expect((await visit(page, path)).status).toBe(404);
  });

  await test.step("it is scheduled, and published by itself when its time has come", async () => {
    const details = page.getByRole("region", { name: "Details" });
    await details.getByLabel("Publish on").fill(tomorrow());
    await details.getByRole("button", { name: "Set these times" }).click();
    await expect(details.getByRole("button", { name: "Cancel the schedule" })).toBeVisible();
    expect((await visit(page, path)).status).toBe(404);
    // Nobody waits for tomorrow.
    const soon = new Date(Date.now() + 1_500).toISOString();
    await api(page, "PUT", `/entries/${id}/schedule`, { publishAt: soon });
    await expect.poll(async () => (await visit(page, path)).html, { timeout: 20_000 }).toContain(first);
  });

  await test.step("what is changed is public once it is published", async () => {
    await page.reload();
    await text(page).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(second);
    await expect(page.getByText("Published, with changes")).toBeVisible({ timeout: 15_000 });
    expect((await visit(page, path)).html).toContain(first);
    await page.getByRole("button", { name: "Publish changes" }).first().click();
    await expect(page.getByText("Published", { exact: true })).toBeVisible();
    await expect.poll(async () => (await visit(page, path)).html).toContain(second);
  });

  await test.step("two versions stand side by side, the words marked that differ", async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "History…" }).click();
    const history = page.getByRole("dialog", { name: "History" });
    await history.getByRole("radio", { name: "Compare from version 1" }).check();
    const comparison = history.getByRole("region", { name: "Comparison" });
    await expect(comparison.getByText("Version 1 on the left")).toBeVisible();
    await expect(comparison.locator("del").filter({ hasText: "seven" })).toBeVisible();
    await expect(comparison.locator("ins").filter({ hasText: "eight" })).toBeVisible();
  });

  await test.step("the older one is restored, and is public again once it is published", async () => {
    await page.getByRole("button", { name: "Restore version 1…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Restore it" }).click();
    await expect(text(page)).toContainText(first);
    expect((await visit(page, path)).html).toContain(second);
    await page.getByRole("button", { name: "Publish changes" }).first().click();
    await expect.poll(async () => (await visit(page, path)).html).toContain(first);
  });

  await test.step("what is below it is put in order by the keyboard, for visitors too", async () => {
    for (const title of ["Timetable", "Fares"]) {
      const below = await api<{ id: string }>(page, "POST", "/entries", { type: "page", title, parentId: id });
      await api(page, "POST", `/entries/${below.id}/publish`);
    }
    const order = async () => (await visit(page, path)).html.match(/(?<=href="\/ferry-times\/)[a-z]+/g);
    expect(await order()).toEqual(["timetable", "fares"]);
    await page.goto("/admin/pages");
    const handle = page.getByRole("button", { name: "Move “Fares”", exact: true });
    await handle.press("ArrowUp");
    await expect(page.getByText("“Fares” is at place 1 of 2, below “Ferry times” now.")).toBeAttached();
    await expect(handle).toBeFocused();
    await expect.poll(order).toEqual(["fares", "timetable"]);
  });

  await test.step("on a phone it is put where one names", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const ways = page.getByRole("button", { name: "Ways to move “Fares”" });
    const dialog = page.getByRole("dialog", { name: "Move “Fares”" });
    await ways.click();
    await page.getByRole("menuitem", { name: "Move to…" }).click();
    await dialog.getByRole("combobox", { name: "Below" }).click();
    await page.getByRole("combobox", { name: "Search by title" }).fill("timet");
    await page.keyboard.press("Enter");
    await expect(dialog.getByText("It will be at place 1 of 1, below “Timetable”.")).toBeVisible();
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("“Fares” keeps its public address until it is published")).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(ways).toBeFocused();
    await expect(page.getByText(/^\/ferry-times/)).toHaveText([
      "/ferry-times",
      "/ferry-times/timetable",
      "/ferry-times/timetable/fares",
    ]);
  });
});
