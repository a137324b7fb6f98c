import { expect } from "@playwright/test";
import { request } from "../support/request.ts";
import { test } from "./cms.ts";
import { siteUrl } from "./env.ts";

/** A program's call with a token, as it comes from outside. */
async function call(token: string, method: string, path: string, sent?: unknown) {
  const { hostname, port } = new URL(siteUrl());
  const answer = await request(Number(port), hostname, path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
  return { status: answer.status, json: JSON.parse(answer.body) as Record<string, unknown> };
}

test("a content type is built, and a program writes and reads entries of it by the API", async ({ page }) => {
  await test.step("a type with a required number and a choice", async () => {
    await page.goto("/admin/types");
    await page.getByRole("button", { name: "New type" }).click();
    await page.getByRole("dialog").getByLabel("One is called").fill("Vessel");
    await expect(page.getByRole("dialog").getByLabel("Several are called")).toHaveValue("Vessels");
    await page.getByRole("button", { name: "Make the type" }).click();
    await expect(page).toHaveURL(/\/admin\/types\/vessel$/);

    await page.getByRole("button", { name: "Add a field" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Number/ }).click();
    await dialog.getByLabel("Name").fill("Length");
    await dialog.getByLabel("Needed").check();
    await dialog.getByRole("button", { name: "Add the field" }).click();
    await page.getByRole("button", { name: "Add a field" }).click();
    await dialog.getByRole("button", { name: /^Choice/ }).click();
    await dialog.getByLabel("Name").fill("Rig");
    await dialog.getByLabel("Choices").fill("ketch\nsloop");
    await dialog.getByRole("button", { name: "Add the field" }).click();
    await page.getByRole("button", { name: "Save the type" }).click();
    await expect(page.getByText("“Vessels” is saved")).toBeVisible();
    await expect(page.getByText("/api/published?type=vessel")).toBeVisible();
  });

  const token = await test.step("a token that may write and publish", async () => {
    await page.goto("/admin/tokens");
    await page.getByRole("button", { name: "New token" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What is it for?").fill("The harbour office");
    for (const scope of ["Read every page, drafts too", "Write drafts", "Publish and take back"])
      await dialog.getByLabel(scope).check();
    await dialog.getByRole("button", { name: "Make the token" }).click();
    return dialog.getByRole("textbox", { name: "Token" }).inputValue();
  });

  await test.step("the program writes one; without what is needed it is not published", async () => {
    const made = await call(token, "POST", "/api/entries", { type: "vessel", title: "Albatros" });
    expect(made.status).toBe(201);
    const at = `/api/entries/${made.json.id}`;
    expect((await call(token, "POST", `${at}/publish`)).status).toBe(422);
    const data = { length: 18.5, rig: "ketch" };
    expect((await call(token, "PUT", at, { version: made.json.version, data })).status).toBe(200);
    expect((await call(token, "POST", `${at}/publish`)).status).toBe(200);
    const { json } = await call(token, "GET", "/api/published?type=vessel");
    expect(json.items).toMatchObject([{ title: "Albatros", data }]);
  });

  await test.step("what the token may not, it cannot", async () => {
    expect((await call(token, "GET", "/api/webhooks")).status).toBe(403);
    expect((await call(`${token}x`, "GET", "/api/published?type=vessel")).status).toBe(401);
  });

  await test.step("visitors find it, and writers have it among the content", async () => {
    await page.goto("/vessel/albatros");
    await expect(page.getByRole("heading", { level: 1, name: "Albatros" })).toBeVisible();
    await page.goto("/admin/entries/vessel");
    await expect(page.getByRole("link", { name: "Albatros", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Albatros", exact: true }).click();
    await expect(page.getByLabel("Length")).toHaveValue("18.5");
  });
});
