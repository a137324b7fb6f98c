import { expect, test } from "@playwright/test";
import { signedIn } from "./env.ts";

const forAdmins = {
  pages: ["/admin", "/admin/tenants/some-client"],
  routes: ["/api/admin/fleet/stream", "/api/admin/fleet/plots?from=0&count=1"],
};

test.describe("without a session", () => {
  for (const path of forAdmins.pages) {
    test(`${path} leads to the way in and shows nothing`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(answer.status()).toBe(307);
      expect(answer.headers().location).toMatch(/\/sign-in\?next=/);
      expect(await answer.text()).not.toMatch(/Map of plots|Services|What was done/);
    });
  }

  for (const path of forAdmins.routes) {
    test(`${path} is refused`, async ({ request }) => {
      const answer = await request.get(path);
      expect(answer.status()).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: "sign_in_required" } });
    });
  }

  test("a made-up cookie is no session", async ({ request }) => {
    for (const cookie of [
      "freehold.session=x",
      `freehold.session=${"A".repeat(600)}`,
      "freehold.session=eyJhbGciOiJub25lIn0.e30.",
    ]) {
      expect((await request.get("/api/admin/fleet/plots?from=0&count=1", { headers: { cookie } })).status()).toBe(401);
    }
  });

  test("a link cannot be redeemed without the token against forgery", async ({ request }) => {
    const answer = await request.post("/api/auth/callback/link", {
      form: { token: "x", json: "true" },
      maxRedirects: 0,
    });
    expect(answer.headers()["set-cookie"] ?? "").not.toContain("freehold.session");
  });

  test("what the portal does not use of next-auth is shut", async ({ request }) => {
    for (const path of ["signin", "session", "providers", "callback/link", "error"]) {
      expect((await request.get(`/api/auth/${path}`)).status()).toBe(404);
    }
  });
});

test("bad questions to the map are refused in words", async ({ playwright, baseURL }) => {
  const admin = await playwright.request.newContext({ storageState: signedIn, ...(baseURL ? { baseURL } : {}) });
  for (const query of ["", "from=-1&count=5", "from=0&count=100000", "from=0;drop&count=1"]) {
    const answer = await admin.get(`/api/admin/fleet/plots?${query}`);
    expect([answer.status(), (await answer.json()).error.code]).toEqual([400, "usage"]);
  }
  await admin.dispose();
});

test("the portal does not answer under a tenant's name", async ({ request, baseURL }) => {
  const answer = await request.get(`http://127.0.0.1:${new URL(baseURL ?? "").port}/admin`, {
    headers: { host: `portal-of-nobody.localhost` },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(404);
});

test("every answer carries the security headers, with a nonce of its own", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/admin/enter", "/nothing-here", "/api/health"]) {
    const headers = (await request.get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
    expect(headers).not.toHaveProperty("x-powered-by");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(4);
});

test("health says whether there is a database, and nothing else", async ({ request }) => {
  expect(await (await request.get("/api/health")).json()).toEqual({ status: "ok", database: "up" });
});
