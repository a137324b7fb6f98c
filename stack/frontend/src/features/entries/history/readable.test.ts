import { expect, test } from "vitest";
import { readable, readableHtml } from "@/features/entries/history/readable.ts";

test("rich text reads as its words, a line a paragraph, whatever its marks", () => {
  const html =
    '<h2>Bread</h2><p>Baked <strong>every</strong> day &amp; night.</p><ul><li><p>Rye</p></li><li>Spelt</li></ul><p>See <a href="/menu">the menu</a>.</p>';
  expect(readableHtml(html)).toEqual([
    "Bread",
    "Baked every day & night.",
    "• Rye",
    "• Spelt",
    "See the menu (/menu).",
  ]);
});

test("pictures, films and tables are named", () => {
  const html =
    '<figure><img src="/a.webp" alt="A &quot;loaf&quot;" width="3"><figcaption>Fresh</figcaption></figure><table><tr><th>Day</th><td>Mo</td></tr></table><iframe src="https://video.example/1"></iframe>';
  expect(readableHtml(html)).toEqual([
    '[Picture: A "loaf"]',
    "Fresh",
    "Day | Mo",
    "[Video: https://video.example/1]",
  ]);
});

test("a tag's quoted > and a lone < are no ends of tags", () => {
  expect(readableHtml('<p title="a > b">1 < 2 &#128512;</p>')).toEqual(["1 < 2 😀"]);
});

test("every kind of value becomes lines", () => {
  expect(readable("one\ntwo")).toEqual(["one", "two"]);
  expect(readable(false)).toEqual(["No"]);
  expect(readable(null)).toEqual([]);
  expect(readable(["a", 2])).toEqual(["a", "2"]);
  expect(readable([{ kind: "text", text: "<p>Hello</p><p>You</p>" }])).toEqual([
    "kind: text",
    "Hello",
    "You",
  ]);
});
