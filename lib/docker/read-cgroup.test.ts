import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCgroup } from "./read-cgroup.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "freehold-cgroup-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

test.each([["docker/c0ffee"], ["system.slice/docker-c0ffee.scope"]])(
  "cgroup v2 keeps all in one folder, %s",
  async (folder) => {
    put({
      [`${folder}/cpu.stat`]: "usage_usec 123000\nuser_usec 100000\n",
      [`${folder}/memory.current`]: "100\n",
      [`${folder}/memory.stat`]: "anon 60\ninactive_file 30\n",
    });
    expect(await readCgroup("c0ffee", root)).toEqual({ cpuNs: 123_000_000, memoryBytes: 70 });
  },
);

test("cgroup v1 keeps a folder for each controller", async () => {
  put({
    "cpuacct/docker/c0ffee/cpuacct.usage": "123000000\n",
    "memory/docker/c0ffee/memory.usage_in_bytes": "100\n",
    "memory/docker/c0ffee/memory.stat": "inactive_file 10\ntotal_inactive_file 30\n",
  });
  expect(await readCgroup("c0ffee", root)).toEqual({ cpuNs: 123_000_000, memoryBytes: 70 });
});

test("a container that is not on this machine has no counters here, nor has one that is just ending", async () => {
  put({
    "docker/c0ffee/cpu.stat": "",
    "docker/c0ffee/memory.current": "100\n",
    "docker/c0ffee/memory.stat": "anon 60\n",
  });
  expect(await readCgroup("c0ffee", root)).toBeNull();
  expect(await readCgroup("decaf", root)).toBeNull();
});
