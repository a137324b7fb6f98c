import { describe, expect, it } from "vitest";
import { parseBusyTicks, parseStat, readProcessTable } from "./process-table.ts";

describe("parseStat", () => {
  it("adds user and system time, whatever the program calls itself", () => {
    const text =
      "4242 (a ) b (c)) S 17 4242 4242 0 -1 4194560 100 0 0 0 250 75 9 9 20 0 11 0 987654 1000 200 18446744073709551615";
    expect(parseStat(text)).toEqual({ pid: 4242, parent: 17, ticks: 325, startTime: "987654" });
  });
});

describe("readProcessTable", () => {
  it("finds this process with its parent and command", () => {
    const own = readProcessTable().find(({ pid }) => pid === process.pid);
    expect(own?.parent).toBe(process.ppid);
    expect(own?.ticks).toBeGreaterThan(0);
  });
});

describe("parseBusyTicks", () => {
  it("leaves out what was idle, waited for disks, or was counted for a guest already", () => {
    expect(parseBusyTicks("cpu  100 10 50 9000 400 3 7 0 20 5\ncpu0 1 1 1 1 1 1 1\n")).toBe(170);
  });
});
