import { expect, test } from "vitest";
import { remaining, webAddress } from "@/features/demo/remaining.ts";

const now = new Date("2026-11-24T12:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();

test("the time a demo has left is told in the unit that matters", () => {
  expect(remaining(after(26 * 3600), now)).toBe("26 h 0 min");
  expect(remaining(after(3600), now)).toBe("60 minutes");
  expect(remaining(after(301), now)).toBe("6 minutes");
  expect(remaining(after(300), now)).toBe("5:00");
  expect(remaining(after(61), now)).toBe("1:01");
  expect(remaining(after(0.2), now)).toBe("0:01");
});

test("a demo that is over, or whose end is unreadable, has nothing left", () => {
  expect(remaining(after(0), now)).toBeNull();
  expect(remaining(after(-5), now)).toBeNull();
  expect(remaining("soon", now)).toBeNull();
});

test("only web pages are opened", () => {
  expect(webAddress("https://freehold.example/keep?x=1")).toBe("https://freehold.example/keep?x=1");
  expect(webAddress("http://localhost:8080/keep")).toBe("http://localhost:8080/keep");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "/keep", "", "java\nscript:x"]) {
    expect(webAddress(bad)).toBeNull();
  }
});
