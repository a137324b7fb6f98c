import { expect, test } from "vitest";
import { scriptsOf, weighPage } from "./weigh-page.ts";

const html = `<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js?x=1&amp;y=2"/>
<link rel="preload" as="font" href="/font.woff2"/><link rel="stylesheet" href="/a.css"/>
<script src="/_next/a.js?x=1&amp;y=2" async=""></script><script src="/_next/b.js"></script>
<script src="/_next/old.js" noModule=""></script><script>inline()</script></head></html>`;

test("a page's scripts are those it names, each once, without what old browsers alone fetch", () => {
  expect(scriptsOf(html)).toEqual(["/_next/a.js?x=1&y=2", "/_next/b.js"]);
});

test("scripts weigh what they weigh compressed, one by one", async () => {
  const weight = await weighPage(html, async () => "x".repeat(100_000));
  expect(weight.htmlBytes).toBe(html.length);
  expect(weight.scriptGzipBytes).toBeGreaterThan(200);
  expect(weight.scriptGzipBytes).toBeLessThan(1_000);
});
