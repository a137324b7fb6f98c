import { expect, test } from "@playwright/test";
import { signedIn } from "./env.ts";

const forAdmins = "/api/admin/fleet/plots?from=0&count=1";

test("signing out ends the session on the server, not only in the browser", async ({ browser, baseURL }) => {
  const own = baseURL ? { baseURL } : {};
  const context = await browser.newContext({ storageState: signedIn, ...own });
  const page = await context.newPage();
  await page.goto("/admin");
  const copied = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const thief = await browser.newContext({ ...own, extraHTTPHeaders: { cookie: copied } });
  expect((await thief.request.get(forAdmins)).status()).toBe(200);

  const stream = page.evaluate(async () => {
    const text = await (await fetch("/api/admin/fleet/stream")).text();
    return text.includes("event: end");
  });
  const session = await thief.newPage();
  await session.goto("/admin");
  await session.getByRole("button", { name: "Account" }).click();
  await session.getByRole("button", { name: "Sign out" }).click();
  await expect(session).toHaveURL(/\/$/);

  expect((await thief.request.get(forAdmins)).status()).toBe(401);
  expect(await stream).toBe(true);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin$/);
  await Promise.all([context.close(), thief.close()]);
});
