import { describe, expect, test } from "vitest";
import { type KeyPress, queueCommand, queueCommands, step } from "./queue-keys.ts";

const press = (key: string, change: Partial<KeyPress> = {}) =>
  queueCommand({ key, ctrlKey: false, metaKey: false, altKey: false, place: "page", ...change });

describe("the queue's keys", () => {
  test("each means one thing", () => {
    expect([..."jkarxu?"].map((key) => press(key))).toEqual([
      "next",
      "previous",
      "approve",
      "reject",
      "select",
      "undo",
      "help",
    ]);
    const keys = Object.values(queueCommands).flatMap(({ keys }) => [...keys]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("mean nothing while somebody types, or while a window is open", () => {
    for (const key of "jkarxu?") {
      expect(press(key, { place: "text" })).toBeNull();
      expect(press(key, { place: "window" })).toBeNull();
    }
  });

  test("leave the browser's own shortcuts alone", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey"] as const) expect(press("a", { [held]: true })).toBeNull();
    for (const key of ["A", "Enter", "Escape", "Tab", " ", "F5"]) expect(press(key)).toBeNull();
  });

  test("stop at both ends of the list", () => {
    expect([step(0, 3, 1), step(2, 3, 1), step(0, 3, -1), step(-1, 3, 1), step(0, 0, 1)]).toEqual([1, 2, 0, 0, 0]);
  });
});
