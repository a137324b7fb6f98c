import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { enterSeconds, signEnterToken } from "./sign-enter-token.ts";

const now = Date.UTC(2026, 0, 2);
const claims = { stack: "pool-k3x9q", email: "visitor@demo.invalid", name: "Visitor", role: "editor" } as const;

const open = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString("utf8"));

test("a token says who comes to which stack as what, for a minute", () => {
  const demo = { expiresAt: "2026-01-02T01:00:00.000Z", keepUrl: "http://localhost:8080/sign-up?keep=x" };
  const { jti, ...said } = open(signEnterToken("secret", { ...claims, next: "/admin/pages", demo }, now));
  expect(said).toEqual({
    aud: "pool-k3x9q",
    sub: "visitor@demo.invalid",
    name: "Visitor",
    role: "editor",
    exp: now / 1000 + enterSeconds,
    next: "/admin/pages",
    demo,
  });
  expect(jti).toMatch(/^[\w-]{22}$/);
});

test("a token is signed with a key made of the stack's secret, over its text as it travels", () => {
  const [body = "", signature] = signEnterToken("secret", claims, now).split(".");
  const key = createHmac("sha256", "secret").update("freehold portal sign-in").digest();
  expect(signature).toBe(createHmac("sha256", key).update(body).digest("base64url"));
});

test("no two tokens are alike", () => {
  expect(signEnterToken("secret", claims, now)).not.toBe(signEnterToken("secret", claims, now));
});
