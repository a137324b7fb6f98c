import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { cmsEntryUrl } from "./cms-entry.ts";

const entry = {
  siteUrl: "http://acme.localhost:8080",
  stack: "acme",
  secretKey: "s".repeat(43),
  visitor: { email: "ada@acme.example", name: "Ada", role: "owner" },
} as const;
const now = new Date("2026-11-24T12:00:00Z");

function read(url: string) {
  const [payload = "", seal = ""] = (new URL(url).searchParams.get("token") ?? "").split(".");
  return { payload, seal, claims: JSON.parse(Buffer.from(payload, "base64url").toString()) };
}

test("the token says who enters which stack as what, and for a minute", () => {
  const { claims } = read(cmsEntryUrl(entry, now));
  expect(claims).toEqual({
    aud: "acme",
    sub: "ada@acme.example",
    name: "Ada",
    role: "owner",
    jti: expect.stringMatching(/^[\w-]{22}$/),
    exp: now.getTime() / 1000 + 60,
  });
});

test("it is sealed with a key made of the stack's own secret", () => {
  const { payload, seal } = read(cmsEntryUrl(entry, now));
  const key = createHmac("sha256", entry.secretKey).update("freehold portal sign-in").digest();
  expect(seal).toBe(createHmac("sha256", key).update(payload).digest("base64url"));
  expect(read(cmsEntryUrl({ ...entry, secretKey: "t".repeat(43) }, now)).seal).not.toBe(seal);
});

test("no two tokens are the same", () => {
  expect(read(cmsEntryUrl(entry, now)).claims.jti).not.toBe(read(cmsEntryUrl(entry, now)).claims.jti);
});
