import { test as base, expect, type Page } from "@playwright/test";

/** Somebody's account, as the first administrator makes it. */
export const ada = {
  name: "Ada Lindqvist",
  email: "ada@journeys.example",
  password: "harbour lantern tugboat 41",
} as const;

/** No page on the way may be refused a script or fail in one. */
export const test = base.extend<{ unbroken: undefined }>({
  unbroken: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" && /Content Security Policy/i.test(message.text()))
          complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(error.error().message));
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Makes the first administrator's account by the one-time link. The page is in the admin afterwards. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(ada.name);
  await page.getByLabel("Email").fill(ada.email);
  await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
  await page.getByRole("button", { name: "Create account and begin" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * One call of the CMS's API by the page, which shows its site or admin already: as whoever is signed in there.
 * @throws for any answer but a success, with what it said
 */
export async function api<T = unknown>(page: Page, method: Method, path: string, body?: unknown): Promise<T> {
  const { status, text } = await page.evaluate(
    async ([verb, url, sent]) => {
      const answer = await fetch(url, {
        method: verb,
        headers: { "x-requested-with": "cms-admin", ...(sent && { "content-type": "application/json" }) },
        ...(sent && { body: sent }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    [method, `/api${path}`, body === undefined ? "" : JSON.stringify(body)] as const,
  );
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** What a visitor who is signed in nowhere is answered. */
export async function visit(page: Page, path: string): Promise<{ status: number; html: string }> {
  return page.evaluate(async (url) => {
    const answer = await fetch(url, { credentials: "omit", cache: "no-store" });
    return { status: answer.status, html: await answer.text() };
  }, path);
}
