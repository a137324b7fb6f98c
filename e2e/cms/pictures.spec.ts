import { expect, type Locator } from "@playwright/test";
import { test, visit } from "./cms.ts";
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
