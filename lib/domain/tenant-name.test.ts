// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a name that looks like a placeholder is what is tested
import { describe, expect, test } from "vitest";
import { FreeholdError } from "../errors.ts";
import { parseEmail, parseTenantName } from "./tenant-name.ts";

describe("a company's name", () => {
  test.each([
    ["Acme", "Acme"],
    ["  Müller \t&\n Söhne ", "Müller & Söhne"],
    ["Mu\u0308ller", "Müller"],
    ['"; DROP TABLE tenants; -- $(id) `id` ${HOME}', '"; DROP TABLE tenants; -- $(id) `id` ${HOME}'],
    ["東京", "東京"],
    ["🦊", "🦊"],
    ["x".repeat(120), "x".repeat(120)],
  ])("%j is kept as people write it, spaces tidied", (text, name) => expect(parseTenantName(text)).toBe(name));

  test.each([
    ["", "it is empty"],
    [" \t\n\u00a0", "it is empty"],
    ["Ac\u0000me", "it has characters that cannot be printed"],
    ["Ac\u001b[31mme", "it has characters that cannot be printed"],
    ["Ac\u202eme", "it has characters that cannot be printed"],
    ["Ac\ud800me", "it has characters that cannot be printed"],
    ["x".repeat(121), "it has more than 120 characters"],
  ])("%j is refused: %s", (text, why) =>
    expect(() => parseTenantName(text)).toThrow(`That name cannot be used: ${why}.`),
  );
});

describe("an email address", () => {
  test.each(["a@b.example", "Ada.Lovelace+cms@mail.example.com", "ü@müller.example", " a@b.example\n"])(
    "%j is taken",
    (text) => expect(parseEmail(text)).toBe(text.trim()),
  );

  test.each([
    "",
    "a",
    "a@b",
    "@b.example",
    "a@",
    "a@.example",
    "a@b..example",
    "a@b.example.",
    "a@b@c.example",
    "a b@c.example",
    "<a@b.example>",
    "a,b@c.example",
    "Ada <a@b.example>",
    "a\u0000@b.example",
    "a\u001b[2J@b.example",
    "a@b.ex\u200bample",
    "a@b.example\nBcc: c@d.example",
    `${"x".repeat(250)}@b.example`,
  ])("%j is refused", (text) => expect(refusal(text).code).toBe("email_invalid"));

  test("what is refused is shown in one short line that cannot steer a terminal", () => {
    expect(refusal("a\u001b[2J\n@b").message).toBe("“a·[2J·@b” is not an email address.");
    expect(refusal("x".repeat(300)).message).toBe(`“${"x".repeat(79)}…” is not an email address.`);
  });
});

function refusal(text: string): FreeholdError {
  try {
    parseEmail(text);
  } catch (error) {
    if (error instanceof FreeholdError) return error;
    throw error;
  }
  throw new Error(`“${text}” was taken`);
}
