import { expect, type Page, test } from "@playwright/test";
import { expectNoBarrier } from "../support/barriers.ts";
import { mailedLink, mailsTo } from "./mailbox.ts";

/** Each run signs up others, so that it can run again on the same installation. */
const run = Date.now().toString(36);
const password = "copper lantern sails";
const emailOf = (name: string) => `${name}-${run}@acme.example`;
const slugOf = (name: string) => `${name}-${run}`;

const next = (page: Page) => page.getByRole("button", { name: "Next" }).click();

async function fillCompany(page: Page, name: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Company name").fill(name);
  await next(page);
  await expect(page).toHaveURL(/\/sign-up\/address$/);
}

async function fillAddress(page: Page, slug: string): Promise<void> {
  await page.getByLabel("Address", { exact: true }).fill(slug);
  await expect(page.getByText(/ is free\.$/)).toBeVisible();
  await next(page);
  // One region: nobody is asked for it.
  await expect(page).toHaveURL(/\/sign-up\/start$/);
  await expect(page.getByRole("navigation", { name: "Steps" }).getByRole("listitem")).toHaveCount(5);
}

async function fillAccount(page: Page, email: string): Promise<void> {
  await page.getByRole("radio", { name: /A bakery/ }).check();
  await next(page);
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await expect(page.getByText("Strong.")).toBeVisible();
  await next(page);
  await expect(page).toHaveURL(/\/sign-up\/review$/);
}

async function send(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look into your mail" })).toBeVisible();
}

async function signUp(page: Page, name: string, slug: string, email: string): Promise<void> {
  await fillCompany(page, name);
  await fillAddress(page, slug);
  await fillAccount(page, email);
  await send(page);
}

async function confirm(page: Page, email: string, kind = "verify-email"): Promise<void> {
  await page.goto(await mailedLink(email, kind));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your application is with us" })).toBeVisible();
}

test.describe.configure({ mode: "serial" });
test.setTimeout(90_000);

test("a stranger signs up, confirms by mail and waits", async ({ page, request }) => {
  const email = emailOf("ada");
  await signUp(page, "Acme Gärten & Söhne", slugOf("garden"), email);
  const link = await mailedLink(email, "verify-email");

  await test.step("looking at the link, as mail scanners do, uses nothing up", async () => {
    for (let look = 0; look < 3; look++) expect((await request.get(link)).status()).toBe(200);
  });
  await confirm(page, email);
  await expect(page.getByRole("main").getByText(email)).toBeVisible();

  await test.step("it works once", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  });
});

test("who has confirmed signs in with the password, and is led to what they asked for", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await page.getByLabel("Email address").fill(emailOf("ada"));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("(this one)")).toBeVisible();
  await page.goto("/");
  const header = page.getByRole("navigation", { name: "Site" });
  await expect(header.getByRole("link", { name: "Home" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Sign (in|up)/ })).toHaveCount(0);
});

test("a wrong password and an address nobody has are refused in the same words", async ({ page }) => {
  const answers: string[] = [];
  for (const email of [emailOf("ada"), emailOf("nobody")]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    answers.push((await page.getByRole("alert").filter({ hasText: /match/ }).textContent()) ?? "");
  }
  expect(answers[0]).toBe(answers[1]);
});

test("an address with an account and one without look alike on the page; the mail tells", async ({
  browser,
  baseURL,
}) => {
  const seen: string[] = [];
  for (const [email, slug] of [
    [emailOf("ada"), slugOf("second")],
    [emailOf("bob"), slugOf("bobs")],
  ] as const) {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const page = await context.newPage();
    await signUp(page, "Acme", slug, email);
    seen.push(((await page.getByRole("main").textContent()) ?? "").replaceAll(email, "ADDRESS"));
    await context.close();
  }
  expect(seen[0]).toBe(seen[1]);
  expect((await mailsTo(emailOf("ada"))).at(-1)?.kind).toBe("account-exists");
  expect((await mailsTo(emailOf("bob"))).at(-1)?.kind).toBe("verify-email");
});

test("reload and the way back lose nothing, and the password is nowhere", async ({ page, context }) => {
  await fillCompany(page, "Lossless & Co");
  await fillAddress(page, slugOf("lossless"));
  await fillAccount(page, emailOf("lossless"));
  await page.reload();
  for (const text of ["Lossless & Co", slugOf("lossless"), "A bakery", emailOf("lossless")])
    await expect(page.getByRole("main")).toContainText(text);
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada Lovelace");
  await next(page);
  await page.getByRole("link", { name: /Change Company/ }).click();
  await expect(page.getByLabel("Company name")).toHaveValue("Lossless & Co");
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-up\/review$/);

  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("freehold.sign-up"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(cookie?.value).not.toMatch(/lossless|copper|argon2/i);
});

test("what is wrong is said at its field, which gets the focus", async ({ page }) => {
  await page.goto("/sign-up/company");
  await next(page);
  await expect(page.getByLabel("Company name")).toBeFocused();
  await expect(page.getByLabel("Company name")).toHaveAttribute("aria-invalid", "true");

  await fillCompany(page, "Second Garden");
  await page.getByLabel("Address", { exact: true }).fill(slugOf("garden"));
  await expect(page.getByText("This address cannot be had: it is taken.")).toBeVisible();
  await page.getByRole("main").getByRole("listitem").getByRole("button").first().click();
  await expect(page.getByText(/ is free\.$/)).toBeVisible();
  await page.getByLabel("Address", { exact: true }).fill("admin");
  await expect(page.getByText("This address cannot be had: it is reserved.")).toBeVisible();
  await next(page);
  await expect(page).toHaveURL(/\/sign-up\/address$/);
});

test("nobody skips a step, and everything works without scripts up to the mail", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/sign-up/review");
  await expect(page).toHaveURL(/\/sign-up\/company$/);
  await next(page);
  await expect(page.getByText("Enter your company’s name.")).toBeVisible();
  await page.getByLabel("Company name").fill("Plain");
  await next(page);
  await page.getByLabel("Address", { exact: true }).fill(slugOf("plain"));
  await next(page);
  await page.getByRole("radio", { name: /An empty site/ }).check();
  await next(page);
  await page.getByLabel("Your name").fill("Plain");
  await page.getByLabel("Email address").fill(emailOf("plain"));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await next(page);
  await send(page);
  await context.close();
});

test("the keyboard alone leads through", async ({ page }) => {
  await page.goto("/sign-up");
  const reach = async (what: ReturnType<Page["locator"]>) => {
    for (let press = 0; press < 40; press++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("not reached with the keyboard");
  };
  await reach(page.getByLabel("Company name"));
  await page.keyboard.type("Keys Only");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/address$/);
  await reach(page.getByLabel("Address", { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(slugOf("keys"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/start$/);
  await reach(page.getByRole("radio", { name: /An empty site/ }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /A studio/ })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account$/);
  await reach(page.getByLabel("Your name"));
  await page.keyboard.type("Kay");
  await page.keyboard.press("Tab");
  await page.keyboard.type(emailOf("kay"));
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/review$/);
  await reach(page.getByRole("checkbox", { name: /I agree/ }));
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Look into your mail" })).toBeVisible();
});

test("a mailed link signs in; a reset sets another password and ends other sessions", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = emailOf("ada");
  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await elsewhere.newPage();
  await other.goto("/sign-in/link");
  await other.getByLabel("Email address").fill(email);
  await other.getByRole("button", { name: "Send the link" }).click();
  await expect(other.getByText("Look into your mail.")).toBeVisible();
  await other.goto(await mailedLink(email, "sign-in-link"));
  await other.getByRole("button", { name: "Sign in" }).click();
  // Ada has two applications by now, so that she is led to the list of them.
  await expect(other).toHaveURL(/\/home$/);
  await other.goto("/account");
  await expect(other).toHaveURL(/\/account$/);

  await page.goto("/reset");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mail.")).toBeVisible();
  await page.goto(await mailedLink(email, "reset-password"));
  await page.getByLabel("New password", { exact: true }).fill("another lantern sails");
  await page.getByRole("button", { name: "Set it" }).click();
  await expect(page.getByText("Your new password is set.")).toBeVisible();

  await other.goto("/account");
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("another lantern sails");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await elsewhere.close();
});

test("no step has a barrier, at any width, in either theme", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  const look = (name: string) => expectNoBarrier(page, name);
  await visit(page, "/", "landing-new", look);
  await visit(page, "/terms", "terms", look);
  await visit(page, "/sign-in", "sign-in", look);
  await visit(page, "/sign-in/link", "sign-in-link", look);
  await visit(page, "/reset", "reset", look);
  await visit(page, "/reset?token=made-up", "reset-new", look);
  await visit(page, "/verify?token=made-up", "verify-made-up", look);
  await page.goto("/sign-up");
  await look("sign-up-company");
  await fillCompany(page, "Axe & Sons");
  await look("sign-up-address");
  await fillAddress(page, slugOf("axe"));
  await look("sign-up-start");
  await next(page);
  await expect(page).toHaveURL(/\/account$/);
  await look("sign-up-account");
  await page.getByLabel("Your name").fill("Axe");
  await page.getByLabel("Email address").fill(emailOf("axe"));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await next(page);
  await expect(page).toHaveURL(/\/review$/);
  await look("sign-up-review");
  await send(page);
  await look("sign-up-sent");
  await page.goto(await mailedLink(emailOf("axe"), "verify-email"));
  await look("verify");
  await confirm(page, emailOf("axe"));
  await look("application-pending");
  await visit(page, "/account", "account", look);
  await visit(page, "/home?all", "home", look);
  await context.close();
});

async function visit(page: Page, path: string, name: string, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto(path);
  await look(name);
}
