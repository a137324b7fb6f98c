import { expect } from "@playwright/test";
import { choose, expectStored, open, pointAt, test, textOf } from "./lab.ts";

test("a text that is only opened stays as it was given, and one that is undone becomes it again", async ({
  page,
}) => {
  const text = await open(page, "full");
  const stored = await page.getByTestId("html").textContent();
  await expect(text.getByRole("heading", { name: "What has changed" })).toBeVisible();
  await page.waitForTimeout(300);
  await expect(page.getByRole("status").filter({ hasText: /^0$/ })).toHaveCount(1);
  await pointAt(text.getByText("Nearly everything"));
  await page.keyboard.type("x");
  await expect.poll(() => page.getByTestId("html").textContent()).not.toBe(stored);
  await page.keyboard.press("ControlOrMeta+z");
  await expectStored(page, stored ?? "");
});

test("everything that a text may hold is stored as it was given", async ({ page }) => {
  const text = await open(page, "full");
  const stored = (await page.getByTestId("html").textContent()) ?? "";
  await pointAt(text.getByText("Nearly everything"));
  await choose(page, "End");
  await page.keyboard.type("!");
  const changed = stored.replace("does not see.</p>", "does not see.!</p>");
  await expectStored(page, changed);
});

test("Markdown typed at the start of a line, and around words, is what it means", async ({
  page,
}) => {
  await open(page);
  const lines = [
    "# Heading",
    "### Sub",
    "**bold** and *italic* and ~~gone~~ and `code` and [a link](https://example.org) .",
    "- one",
    "two",
    "",
    "3. three",
    "",
    "> quoted",
  ];
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
  await expectStored(
    page,
    "<h2>Heading</h2><h3>Sub</h3>" +
      "<p><strong>bold</strong> and <em>italic</em> and <s>gone</s> and <code>code</code> and " +
      '<a href="https://example.org">a link</a> .</p>' +
      '<ul><li>one</li><li>two</li></ul><ol start="3"><li>three</li></ol>' +
      "<blockquote><p>quoted</p></blockquote>",
  );
});

test("an empty text is stored as nothing", async ({ page }) => {
  await open(page);
  await page.keyboard.type("a");
  await expectStored(page, "<p>a</p>");
  await page.keyboard.press("Backspace");
  await expectStored(page, "");
});

test("a slash opens what can be put in, and the keyboard chooses", async ({ page }) => {
  const text = await open(page);
  await page.keyboard.type("/");
  const list = page.getByRole("listbox", { name: "What to put in" });
  await expect(list.getByRole("option")).toHaveCount(13);
  await page.keyboard.type("head");
  await expect(list.getByRole("option")).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  const chosen = list.getByRole("option", { selected: true });
  await expect(chosen).toContainText("Subheading");
  expect(await text.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
  await page.keyboard.press("Enter");
  await expect(list).toHaveCount(0);
  await page.keyboard.type("Here");
  await expectStored(page, "<h3>Here</h3>");
});

test("a slash that is none of ours stays a slash", async ({ page }) => {
  await open(page);
  await page.keyboard.type("and/or ");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.type("/");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.type("x");
  await expectStored(page, "<p>and/or /x</p>");
});

test("a table is made, grown and aligned without the mouse in the text", async ({ page }) => {
  await open(page);
  await page.keyboard.type("/table");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Year");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Visitors");
  const tools = page.getByRole("toolbar", { name: "Table" });
  await tools.getByRole("button", { name: "Column" }).click();
  await page.getByRole("menuitem", { name: "Delete column" }).click();
  await tools.getByRole("button", { name: "Row" }).click();
  await page.getByRole("menuitem", { name: "Delete row" }).click();
  await tools.getByRole("button", { name: "Cell" }).click();
  await page.getByRole("menuitem", { name: "Text to the right" }).click();
  await expect.poll(() => page.getByTestId("html").textContent()).toMatch(/^<table>.*<\/table>$/);
  const html = await page.getByTestId("html").textContent();
  expect(html).not.toContain("style");
  expect(html).toContain('align="right"');
  await tools.getByRole("button", { name: "Delete the table" }).click();
  await expectStored(page, "");
});

test("code keeps its language, and the one it came with when it is not ours", async ({ page }) => {
  await open(page);
  await page.keyboard.type("``` ");
  await page.keyboard.type("let a = 1 < 2;");
  await page.getByRole("combobox", { name: "Language of the code" }).selectOption("JavaScript");
  await expectStored(page, '<pre><code class="language-javascript">let a = 1 &lt; 2;</code></pre>');
});

test("a button is a bold link in a row of its own", async ({ page }) => {
  await open(page);
  await page.keyboard.type("/button");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("/the-western-wing");
  await page.keyboard.press("Enter");
  await expectStored(
    page,
    '<p class="actions"><strong><a href="/the-western-wing">/the-western-wing</a></strong></p>',
  );
});

test("Alt and F10 lead to the tools, the arrows along them, Escape back", async ({ page }) => {
  const text = await open(page);
  await page.keyboard.type("word");
  await choose(page, "Shift+Home");
  await page.keyboard.press("Alt+F10");
  const toolbar = page.getByRole("toolbar", { name: "Formatting" });
  await expect(toolbar.getByRole("button", { name: /Kind of paragraph/ })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(toolbar.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectStored(page, "<p><strong>word</strong></p>");
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
});

test("a text for reading offers nothing that changes it", async ({ page }) => {
  await page.goto("/?read-only");
  const text = textOf(page);
  await expect(text.getByRole("heading", { name: "What has changed" })).toBeVisible();
  await expect(page.getByRole("toolbar")).toHaveCount(0);
  await expect(text.getByRole("textbox")).toHaveCount(0);
  await pointAt(text.getByText("Nearly everything"));
  await page.keyboard.type("x");
  await expect(text).not.toContainText("x".repeat(2));
  await expect(page.getByRole("status").filter({ hasText: /^0$/ })).toHaveCount(1);
});

test("tells how long the text is", async ({ page }) => {
  await open(page);
  await page.keyboard.type("It’s three words");
  await expect(page.getByText("3 words")).toBeVisible();
});
