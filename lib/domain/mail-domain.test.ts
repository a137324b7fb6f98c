import { expect, test } from "vitest";
import { isFreeMail, mailDomain } from "./mail-domain.ts";

test("the domain is what follows the last at sign, whatever its case", () => {
  expect(mailDomain('"a@b"@Acme.Example')).toBe("acme.example");
});

test("free-mail providers are told from companies, and from companies that sound like them", () => {
  expect(["ada@gmail.com", "ada@GMX.de", "ada@web.de"].map(isFreeMail)).toEqual([true, true, true]);
  expect(["ada@acme.example", "ada@gmail.com.example", "ada@notgmail.com"].map(isFreeMail)).toEqual([
    false,
    false,
    false,
  ]);
});
