import { expect } from "@playwright/test";
import { expectStored, open, paste, pasteOf, test } from "./lab.ts";

test("what comes from Word is its text, headings, lists, table and links", async ({ page }) => {
  const text = await open(page);
  await paste(text, { "text/html": pasteOf("word") });
  await expectStored(
    page,
    "<h2>Annual report</h2><p>The year was <strong>good</strong>, <em>mostly</em>.</p>" +
      "<h2>Visitors</h2>" +
      "<ul><li>The garden<ul><li>its <strong>roses</strong></li></ul></li><li>The house</li></ul>" +
      '<p>In this order:</p><ol start="3"><li>third</li><li>fourth</li></ol>' +
      "<blockquote><p>More than ever</p></blockquote>" +
      "<table><thead><tr><th>Month</th><th>Count</th></tr></thead>" +
      "<tbody><tr><td>May</td><td>1\u00a0204</td></tr></tbody></table>".replace(
        "\u00a0",
        "&nbsp;",
      ) +
      '<p>See <a href="https://example.org/report">the report</a> and [1].</p>',
  );
  await expect(page.getByText("A picture did not come along.")).toBeVisible();
});

test("what comes from Google Docs is bold only where it was", async ({ page }) => {
  const text = await open(page);
  await paste(text, { "text/html": pasteOf("google-docs") });
  await expectStored(
    page,
    "<h2>Open day</h2>" +
      "<p>Doors open at <strong>ten</strong><em> sharp</em><s>, or not</s>. " +
      'See <a href="https://example.org/way">the way</a>.</p>' +
      "<h3>What to bring</h3>" +
      "<ul><li>Boots<ul><li>or shoes</li></ul></li><li>A coat</li></ul>",
  );
});

test("the lists of Word on the web are one list", async ({ page }) => {
  const text = await open(page);
  await paste(text, { "text/html": pasteOf("word-online") });
  await expectStored(
    page,
    "<p><strong>Agenda</strong></p>" +
      "<ul><li>Welcome<ul><li>by the mayor</li></ul></li><li>Tour</li></ul>",
  );
});

test("nothing that is pasted runs, reaches out or dresses up", async ({ page }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => elsewhere.push(request.url()));
  await page.route(/^https:/, (route) =>
    route.fulfill({
      contentType: "image/svg+xml",
      body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }),
  );
  await page.addInitScript(() => {
    Object.assign(window, { hits: 0, hit: () => Object.assign(window, { hits: 1 }) });
  });
  const text = await open(page);
  await paste(text, { "text/html": pasteOf("hostile") });
  await expect(text).toContainText("nine");
  const html = (await page.getByTestId("html").textContent()) ?? "";
  for (const word of ["one", "two", "three", "four", "nine", "ten"]) {
    expect(html.toLowerCase()).toContain(word);
  }
  expect(html).not.toMatch(/script|javascript|on\w+=|style|iframe|svg|evil|form|background/i);
  expect(html).toContain('<img src="https://example.org/a.png" alt="A">');
  expect(html).toContain('<a href="https://example.org">four</a>');
  expect(await page.evaluate(() => Reflect.get(window, "hits"))).toBe(0);
  expect(elsewhere.filter((url) => url.includes("evil"))).toEqual([]);
});

test("what was copied here comes back as it was", async ({ page }) => {
  const text = await open(page, "full");
  const stored = (await page.getByTestId("html").textContent()) ?? "";
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+x");
  await expectStored(page, "");
  await text.focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expectStored(page, stored);
});

test("plain text keeps its paragraphs", async ({ page }) => {
  const text = await open(page);
  await paste(text, { "text/plain": "First <b>line</b>\n\nSecond" });
  await expectStored(page, "<p>First &lt;b&gt;line&lt;/b&gt;</p><p>Second</p>");
});
