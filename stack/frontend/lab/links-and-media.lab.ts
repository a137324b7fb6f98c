import { expect } from "@playwright/test";
import { choose, expectStored, open, paste, pointAt, test } from "./lab.ts";

test("chosen words are linked to a page that is found by its title", async ({ page }) => {
  await open(page);
  await page.keyboard.type("See the wing");
  await choose(page, "ControlOrMeta+Shift+ArrowLeft");
  await page.keyboard.press("ControlOrMeta+k");
  const input = page.getByPlaceholder("A page’s title, or an address");
  await expect(input).toBeFocused();
  await expect(page.getByRole("option")).toHaveCount(3);
  await page.keyboard.type("western");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expectStored(page, '<p>See the <a href="/the-western-wing">wing</a></p>');
  await expect(page.getByRole("textbox", { name: "Text" })).toBeFocused();
});

test("an address that is typed is completed, and one that must not be is refused", async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("javascript:alert(1)");
  await expect(page.getByText("it is no address")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("example.org/menu");
  await page.keyboard.press("Enter");
  await expectStored(page, '<p><a href="https://example.org/menu">example.org/menu</a></p>');
});

test("a link under the cursor says where it leads, and is changed and removed there", async ({
  page,
}) => {
  const text = await open(page, "full");
  await text.getByRole("link", { name: "new entrance" }).click();
  const bubble = page.getByRole("group", { name: "Link", exact: true });
  await expect(bubble.getByRole("link", { name: /opening-hours/ })).toBeVisible();
  await bubble.getByRole("button", { name: "Change the link" }).click();
  await page.keyboard.type("example.org");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.getByTestId("html").textContent())
    .toContain('<a href="https://example.org">new entrance</a>');
  await text.getByRole("link", { name: "new entrance" }).click();
  await bubble.getByRole("button", { name: "Remove the link" }).click();
  await expect
    .poll(() => page.getByTestId("html").textContent())
    .toContain("with a new entrance from");
});

test("a picture comes from the library, is described, captioned and taken away", async ({
  page,
}) => {
  const text = await open(page);
  await page
    .getByRole("toolbar", { name: "Formatting" })
    .getByRole("button", { name: "Insert" })
    .click();
  await page.getByRole("menuitem", { name: "Picture" }).click();
  await expectStored(
    page,
    '<figure class="picture"><img src="/picture.svg" alt="A greenhouse"></figure>',
  );
  await text.getByRole("img").first().click();
  await text.getByRole("textbox", { name: "What the picture shows" }).fill("A house of glass");
  await page.keyboard.press("Enter");
  await pointAt(text.locator("figcaption"));
  await page.keyboard.type("In the garden");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Below");
  await expectStored(
    page,
    '<figure class="picture"><img src="/picture.svg" alt="A house of glass"><figcaption>In the garden</figcaption></figure><p>Below</p>',
  );
  await text.getByRole("img").first().click();
  await text.getByRole("button", { name: "Remove" }).click();
  await expectStored(page, "<p>Below</p>");
});

test("what a picture shows is reached from its caption by the keyboard", async ({ page }) => {
  const text = await open(page, "full");
  const described = text.getByRole("textbox", { name: "What the picture shows" });
  // The editor hears of the caret a moment after the click; on a busy machine that is after the key.
  await expect(async () => {
    await pointAt(text.locator("figcaption"));
    await page.keyboard.press("Tab");
    await expect(described).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type("A house of glass");
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await expect
    .poll(() => page.getByTestId("html").textContent())
    .toContain('alt="A house of glass" width="640"');
});

test("without a library, a picture is put in by its address", async ({ page }) => {
  const text = await open(page, "empty&no-library");
  await page.keyboard.type("/pic");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Put in a picture" });
  await dialog.getByRole("textbox", { name: "Address" }).fill("C:\\picture.png");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("It begins with https://")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).fill("/picture.svg");
  await page.keyboard.press("Enter");
  await expectStored(page, '<figure class="picture"><img src="/picture.svg" alt=""></figure>');
  await expect(text.getByRole("textbox", { name: "What the picture shows" })).toBeVisible();
  // Left as it is, it asks to be described.
  await text.getByRole("paragraph").last().click();
  await expect(text.getByRole("button", { name: "Describe this picture" })).toBeVisible();
});

test("a picture that is dropped is stored, and put where it was dropped", async ({ page }) => {
  const text = await open(page);
  await page.keyboard.type("Before");
  await text.evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "wing.png", { type: "image/png" }));
    const { left, top } = element.getBoundingClientRect();
    element.dispatchEvent(
      new DragEvent("drop", {
        dataTransfer,
        bubbles: true,
        cancelable: true,
        clientX: left,
        clientY: top,
      }),
    );
  });
  await expectStored(
    page,
    '<figure class="picture"><img src="/picture.svg?wing.png" alt=""></figure><p>Before</p>',
  );
});

test("a picture that could not be stored leaves the text as it was, and says so", async ({
  page,
}) => {
  const text = await open(page);
  await page.keyboard.type("Before");
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([], "broken.png", { type: "image/png" }));
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText("“broken.png” was not stored.")).toBeVisible();
  await expectStored(page, "<p>Before</p>");
});

test("the address of a video, pasted on a line of its own, is the video", async ({ page }) => {
  const text = await open(page);
  await paste(text, { "text/plain": "https://youtu.be/dQw4w9WgXcQ?si=x" });
  const stored = (title: string) =>
    `<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">${title}</a></figure>`;
  await expectStored(page, stored("Watch on YouTube"));
  await text.getByRole("textbox", { name: "Title of the video" }).fill("The tour");
  await expectStored(page, stored("The tour"));
});

test("an address that leads to no video is not taken for one", async ({ page }) => {
  await open(page);
  await page.keyboard.type("/video");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Put in a video" });
  await dialog.getByRole("textbox", { name: "Address" }).fill("https://example.org/film.mp4");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This leads to no video")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).fill("vimeo.com/76979871");
  await page.keyboard.press("Enter");
  await expectStored(
    page,
    '<figure class="embed"><a href="https://vimeo.com/76979871">Watch on Vimeo</a></figure>',
  );
});
