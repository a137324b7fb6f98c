import { expect, test } from "@playwright/test";
import { adminUrl, signedIn } from "./env.ts";

test("a one-time link survives being looked at, opens the fleet once, and then opens nothing", async ({
  page,
  request,
  browser,
}) => {
  const link = adminUrl();

  await test.step("looking at it, as mail scanners do, uses nothing up", async () => {
    for (let look = 0; look < 3; look++) expect((await request.get(link)).status()).toBe(200);
    await request.head(link);
  });

  await test.step("pressing the button opens the fleet", async () => {
    await page.goto(link);
    await page.getByRole("button", { name: "Enter the portal" }).click();
    await expect(page).toHaveURL(/\/admin$/);
    await expect(page.getByRole("heading", { level: 1, name: "The fleet" })).toBeVisible();
  });

  await test.step("the cookie is for this host, out of reach of scripts", async () => {
    const session = (await page.context().cookies()).find(({ name }) => name.endsWith("freehold.session"));
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", domain: new URL(link).hostname });
  });

  await test.step("pressing it a second time, elsewhere, is refused", async () => {
    const stranger = await browser.newContext();
    const second = await stranger.newPage();
    await second.goto(link);
    await second.getByRole("button", { name: "Enter the portal" }).click();
    await expect(second.getByRole("status")).toContainText("was used already");
    await second.goto("/admin");
    await expect(second).toHaveURL(/\/sign-in/);
    await stranger.close();
  });

  await page.context().storageState({ path: signedIn });
});
