import { expect, type Locator } from "@playwright/test";
import { api, test, visit } from "./cms.ts";
import { png } from "./png.ts";

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Drops files as a file manager does, all at once. */
async function drop(target: Locator, files: readonly Dropped[]): Promise<void> {
  const brought = await target.page().evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  }, files);
  for (const event of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(event, { dataTransfer: brought });
}

test("twenty pictures are dropped at once; what only says that it is one is refused, and the rest is there", async ({
  page,
}) => {
  const pictures = Array.from({ length: 20 }, (_, place) => ({
    name: `quay-${String(place + 1).padStart(2, "0")}.png`,
    type: "image/png",
    base64: png(800, 600, [place * 12, 90, 70]).toString("base64"),
  }));
  const page404 = Buffer.from("<script>alert(1)</script>").toString("base64");
  await page.goto("/admin/media");
  const tiles = page.getByRole("main").getByRole("button", { name: /^quay-\d\d/ });
  const library = page.getByText("Add the first pictures");
  await expect(library).toBeVisible();

  await drop(library, [...pictures, { name: "not-a-picture.png", type: "image/png", base64: page404 }]);
  const uploads = page.getByRole("region", { name: "Uploads" });
  await expect(uploads.getByRole("status")).toHaveText("1 of 21 could not be added", { timeout: 30_000 });
  await expect(uploads.getByRole("listitem").first()).toContainText("not-a-picture.png");
  await expect(tiles).toHaveCount(20);

  await test.step("one is described, and is found by that", async () => {
    await tiles.first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Description").fill("The old lighthouse at low tide");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole("searchbox", { name: "Search files" }).fill("lighthouse");
    await expect(tiles).toHaveCount(1);
  });

  await test.step("visitors are sent a smaller WebP of it", async () => {
    const thumbnail = await tiles.first().locator("img").getAttribute("src");
    expect(thumbnail).toMatch(/^\/_media\/.+\.webp$/);
    const answer = await page.evaluate(async (url) => {
      const { headers, status } = await fetch(url, { credentials: "omit" });
      return { status, type: headers.get("content-type") };
    }, thumbnail ?? "");
    expect(answer).toEqual({ status: 200, type: "image/webp" });
  });

  await test.step("the file that was refused is nowhere", async () => {
    await page.getByRole("searchbox", { name: "Search files" }).fill("not-a-picture");
    await expect(page.getByText("Nothing found for “not-a-picture”.")).toBeVisible();
    expect((await visit(page, "/sitemap.xml")).html).not.toContain("not-a-picture");
  });
});

test("several files are moved and deleted together; the one that is in use is kept, and says where", async ({
  page,
}) => {
  await page.goto("/admin");
  const folder = await api<{ id: string }>(page, "POST", "/media-folders", { name: "Quays" });
  await page.goto("/admin/media");
  const pictures = Array.from({ length: 5 }, (_, place) => ({
    name: `pier-${place}.png`,
    mimeType: "image/png",
    buffer: png(640, 480, [40, place * 40, 120]),
  }));
  await page.getByLabel("Files to upload").setInputFiles(pictures);
  await expect(page.getByText("5 files uploaded")).toBeVisible({ timeout: 30_000 });
  const boxes = page.getByRole("checkbox", { name: /^Choose “pier-\d/ });
  const bar = page.getByRole("region", { name: "With those that are chosen" });
  await test.step("a range is moved to a folder at once; Escape chooses none", async () => {
    await boxes.nth(0).check();
    await boxes.nth(4).click({ modifiers: ["Shift"] });
    await expect(bar.getByRole("status")).toHaveText("5 chosen");
    await page.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
    await boxes.nth(4).check();
    await boxes.nth(0).click({ modifiers: ["Shift"] });
    await bar.getByRole("button", { name: "Move…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Folder").selectOption(folder.id);
    await dialog.getByRole("button", { name: "Move" }).click();
    await expect(page.getByText("All 5 are moved")).toBeVisible();
    await expect(bar).toHaveCount(0);
  });

  await test.step("deleted together, the one in use stays and says where", async () => {
    const { items } = await api<{ items: { url: string }[] }>(page, "GET", `/media?folder=${folder.id}`);
    await api(page, "POST", "/entries", { type: "page", title: "Along the quay", data: { cover: items[0]?.url } });
    await page.goto(`/admin/media?folder=${folder.id}`);
    await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
    await bar.getByRole("button", { name: "Delete…" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("alert")).toContainText("1 of 5 is in use");
    await expect(dialog.getByRole("alert")).toContainText("Along the quay");
    await dialog.getByRole("button", { name: "Delete 4" }).click();
    await expect(boxes).toHaveCount(1);
    await expect(page.getByText("“Along the quay” would lose it.")).toBeVisible();
    await expect(bar.getByRole("status")).toHaveText("1 chosen");
  });
});
