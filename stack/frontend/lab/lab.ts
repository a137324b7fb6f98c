import { readFileSync } from "node:fs";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** A test fails as well when the page breaks its policy or throws. */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("pageerror", ({ message }) => problems.push(message));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export const textOf = (page: Page): Locator => page.getByRole("textbox", { name: "Text" });

/** Opens the lab in one of its circumstances, the cursor in the text. */
export async function open(page: Page, circumstances = "empty"): Promise<Locator> {
  await page.goto(`/?${circumstances}`);
  const text = textOf(page);
  await pointAt(text);
  await expect(text).toBeFocused();
  return text;
}

/** Puts the cursor there by a click. */
export async function pointAt(place: Locator): Promise<void> {
  await place.click();
  await selectionTold(place.page());
}

/** Chooses words by keys. */
export async function choose(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  await selectionTold(page);
}

/** A busy browser tells the editor what is selected a moment later, sooner than anybody presses the next key. */
async function selectionTold(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Waits until the text is stored as this. */
export async function expectStored(page: Page, html: string): Promise<void> {
  await expect.poll(() => page.getByTestId("html").textContent()).toBe(html);
}

/** Pastes as the browser would: its own clipboard lets no page write what Word does. */
export async function paste(text: Locator, data: Record<string, string>): Promise<void> {
  await text.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

export const pasteOf = (name: string): string =>
  readFileSync(new URL(`./pastes/${name}.html`, import.meta.url), "utf8");
