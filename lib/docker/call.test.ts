import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { callEngine } from "./call.ts";
import { connectEngine } from "./connect.ts";

/** Answers as engines gave them (20.10 and 25), sent over a socket of our own and read by the real client. */

let server: Server | undefined;
let folder: string | undefined;

afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  if (folder) rmSync(folder, { recursive: true });
  server = folder = undefined;
});

async function engineAnswering(status: number | null, message = "") {
  folder = mkdtempSync("/tmp/freehold-call-");
  const socket = join(folder, "docker.sock");
  server = createServer((request, response) => {
    if (status === null) return;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ message }));
    request.resume();
  });
  await new Promise<void>((resolve) => server?.listen(socket, resolve));
  return connectEngine(`unix://${socket}`);
}

test.each([
  [
    500,
    "failed to copy files: copy file range failed: no space left on device",
    { code: "disk_full", remedy: expect.stringContaining("Free space") },
  ],
  [
    500,
    "error creating overlay mount to /var/lib/docker/overlay2/3f/merged: disk quota exceeded",
    { code: "disk_full" },
  ],
  [404, "No such image: sha256:0123", { code: "image_missing", message: expect.stringContaining("sha256:0123") }],
  [
    403,
    "Pool overlaps with other one on this address space",
    { code: "subnet_conflict", message: expect.stringContaining("10.9.0.0/28") },
  ],
  [500, "Address already in use", { code: "address_taken" }],
  [
    500,
    "something else entirely\nwith details",
    { code: "engine_refused", message: expect.stringMatching(/something else entirely\.$/) },
  ],
])("an engine's %i “%s” becomes an error of the table", async (status, message, expected) => {
  const engine = await engineAnswering(status, message);
  const call = callEngine(engine.endpoint, "create network x 10.9.0.0/28", 5, () => engine.docker.info());
  await expect(call).rejects.toMatchObject(expected);
});

test("an engine that does not answer is given up at the deadline", async () => {
  const engine = await engineAnswering(null);
  const call = callEngine(engine.endpoint, "info", 0.05, (signal) =>
    engine.docker.listNetworks({ abortSignal: signal }),
  );
  await expect(call).rejects.toMatchObject({ code: "engine_timeout", retryable: true });
  server?.closeAllConnections();
});

test("an engine whose socket is gone is unreachable, not unexpected", async () => {
  const engine = connectEngine("unix:///tmp/freehold-no-such.sock");
  const call = callEngine(engine.endpoint, "info", 5, () => engine.docker.info());
  await expect(call).rejects.toMatchObject({ code: "engine_unreachable", retryable: true });
});
