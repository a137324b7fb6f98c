import { expect } from "@playwright/test";
import { ada, setUp, test } from "./cms.ts";
import { setupLink, signedIn } from "./env.ts";

test("a one-time link makes the first administrator, stays out of the address bar, and works once", async ({
  page,
  browser,
}) => {
  await test.step("opening it and loading it again uses nothing up", async () => {
    await page.goto(setupLink());
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Make your account" })).toBeVisible();
    expect(page.url()).not.toContain("token");
  });

  await test.step("an account opens the admin", async () => {
    await setUp(page, setupLink());
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ada");
  });

  await test.step("the session is for this host, out of reach of scripts", async () => {
    const [session] = await page.context().cookies();
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", domain: new URL(setupLink()).hostname });
  });

  await test.step("the link leads a second person nowhere", async () => {
    const stranger = await browser.newPage();
    await stranger.goto(setupLink());
    await expect(stranger.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
    await stranger.close();
  });

  await page.context().storageState({ path: signedIn });
});

test("whoever comes without a session signs in, and is led to where they wanted to go", async ({ page }) => {
  await test.step("a script that was lost on the way is fetched again", async () => {
    await page.route("**/admin/assets/index-*.js", (route) => route.abort("connectionreset"), { times: 1 });
    await page.goto("/admin/media");
  });
  await page.getByLabel("Email").fill(ada.email);
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/admin\/media$/);
  await expect(page.getByRole("heading", { level: 1, name: "Media" })).toBeVisible();
});
