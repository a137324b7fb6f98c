import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

test("what is written is read back as it was, whatever is in it", () => {
  const cells = ["Smith & Sons, Inc.", 'the "best"', "two\nlines", "a\r\nb", "ünï’cödé –", ""];
  expect(parse(csvLine(cells))).toEqual([cells]);
});

test("numbers, moments and nothing have one form each", () => {
  expect(csvLine([1.5, new Date(0), null, -3])).toBe("1.5,1970-01-01T00:00:00.000Z,,-3\r\n");
});

test("no text is a formula to a spreadsheet", () => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '=HYPERLINK("http://x","y")'];
  for (const formula of formulas) expect(parse(csvLine([formula]))).toEqual([[`'${formula}`]]);
  expect(csvLine(["a=b", "1-2", "Acme @ Home"])).toBe("a=b,1-2,Acme @ Home\r\n");
});
