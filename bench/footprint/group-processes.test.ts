import { describe, expect, it } from "vitest";
import { groupProcesses } from "./group-processes.ts";
import type { ProcessRow } from "./process-table.ts";

const id = (digit: string): string => digit.repeat(64);
const landmarks = {
  portalPid: 100,
  workerPid: 200,
  stackContainers: new Set([id("a"), id("b")]),
  edgeContainer: id("c"),
  controlDatabaseContainer: id("d"),
  guardContainer: id("f"),
};

const row = (pid: number, command: string[], parent = 0, cgroup = "1:name=systemd:/"): ProcessRow => ({
  pid,
  parent,
  startTime: "1",
  command,
  cgroup,
  ticks: 0,
});

function groups(...rows: ProcessRow[]): Record<number, string> {
  return Object.fromEntries([...groupProcesses(rows, landmarks)].map(([{ pid }, group]) => [pid, group]));
}

describe("groupProcesses", () => {
  it("finds containers by their id, in the cgroups of either version", () => {
    expect(
      groups(
        row(1, ["postgres"], 0, `9:memory:/docker/${id("a")}\n`),
        row(2, ["nginx"], 0, `0::/system.slice/docker-${id("b")}.scope\n`),
        row(3, ["caddy"], 0, `9:memory:/docker/${id("c")}\n`),
        row(4, ["postgres"], 0, `9:memory:/docker/${id("d")}\n`),
        row(5, ["ip", "monitor"], 0, `9:memory:/docker/${id("f")}\n`),
      ),
    ).toEqual({ 1: "stacks", 2: "stacks", 3: "edge", 4: "controlDatabase", 5: "guard" });
  });

  it("counts what portal and worker started as theirs", () => {
    expect(
      groups(row(100, ["node"]), row(101, ["next-server"], 100), row(102, ["sh"], 101), row(200, ["node"])),
    ).toEqual({
      100: "portal",
      101: "portal",
      102: "portal",
      200: "worker",
    });
  });

  it("counts the engine as one and shims of our containers alone", () => {
    const shim = (pid: number, container: string) =>
      row(pid, ["/usr/bin/containerd-shim-runc-v2", "-namespace", "moby", "-id", container]);
    expect(groups(row(1, ["/usr/sbin/dockerd"]), row(2, ["containerd"]), shim(3, id("a")), shim(4, id("e")))).toEqual({
      1: "engine",
      2: "engine",
      3: "shims",
    });
  });

  it("leaves strangers out", () => {
    expect(groups(row(1, ["node"]), row(2, ["postgres"], 0, `9:memory:/docker/${id("e")}`))).toEqual({});
  });
});
