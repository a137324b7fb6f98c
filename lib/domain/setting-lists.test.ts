import { expect, test } from "vitest";
import { parseDomainList, parseSlugList } from "./setting-lists.ts";

test("domains come one a line, with commas or with an @, each once", () => {
  expect(parseDomainList("Example.com\n@acme.example,  example.com;\n\n")).toEqual({
    entries: ["example.com", "acme.example"],
  });
  expect(parseDomainList("")).toEqual({ entries: [] });
});

test.each(["com", "a@b.example", "-x.example", "exa_mple.com", `${"a".repeat(64)}.example`])(
  "%s is no domain",
  (text) => {
    expect(parseDomainList(`fine.example ${text}`)).toEqual({ why: expect.stringContaining("is not a mail domain") });
  },
);

test("reserved addresses are sorted, and those reserved anyway are left out", () => {
  expect(parseSlugList("zebra\nadmin\nacme acme")).toEqual({ entries: ["acme", "zebra"] });
  expect(parseSlugList("fine\nNot_fine")).toEqual({ why: expect.stringContaining("not_fine") });
});
