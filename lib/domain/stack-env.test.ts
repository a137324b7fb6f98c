import { expect, test } from "vitest";
import { renderEnvFile, stackEnv } from "./stack-env.ts";

const secrets = { dbPassword: "db-secret", secretKey: "key-secret", controlToken: "token-secret" };
const facts = {
  name: "acme",
  siteName: "Acme & Söhne",
  slug: "acme",
  baseDomain: "localhost",
  edgePort: 8080,
  releaseId: "0123abcd",
  subnet: "10.213.0.16/28",
};

test("a stack's variables", () =>
  expect(stackEnv(facts, secrets)).toEqual({
    RELEASE: "0123abcd",
    STACK_NAME: "acme",
    SITE_NAME: "Acme & Söhne",
    SITE_URL: "http://acme.localhost:8080",
    HTTP_PORT: "0",
    SUBNET: "10.213.0.16/28",
    DB_ADDRESS: "10.213.0.18",
    API_ADDRESS: "10.213.0.19",
    WEB_ADDRESS: "10.213.0.20",
    DB_PASSWORD: "db-secret",
    SECRET_KEY: "key-secret",
    CONTROL_TOKEN: "token-secret",
    OUTGOING: "collected",
  }));

test.each([
  ["plain-1.2:3/@_", "plain-1.2:3/@_"],
  ["", ""],
  ["two words", '"two words"'],
  ['say "x"', '"say \\"x\\""'],
  ["$HOME", '"\\$HOME"'],
  ["a\\nb", '"a\\\\nb"'],
  ["a\nb", '"a\\nb"'],
  ["# no comment", '"# no comment"'],
  ["it's", `"it's"`],
])("%j is written as %s", (value, written) => expect(renderEnvFile({ A: value })).toBe(`A=${written}\n`));

test("a value cannot bring in another variable", () =>
  expect(renderEnvFile({ SITE_NAME: "x\nSECRET_KEY=mine", SECRET_KEY: "k" }).split("\n")).toEqual([
    'SITE_NAME="x\\nSECRET_KEY=mine"',
    "SECRET_KEY=k",
    "",
  ]));
