import http from "node:http";
import { afterEach, expect, test } from "vitest";
import { takeOutgoing } from "./outgoing.ts";

/** The API listens on a fixed port of its own address; any address of 127/8 is ours to use. */
const address = "127.83.12.8";
const api = { stack: "acme", address, controlToken: "secret-token" };
const request = { id: "7b2c0a52-6a86-4b0e-9a64-0c2f4f9d2f11", url: "https://hooks.example/", headers: {}, body: "{}" };

let server: http.Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

async function serve(requests: unknown): Promise<void> {
  const started = http.createServer((_, response) => response.end(JSON.stringify({ requests })));
  server = started;
  await new Promise<void>((resolve) => started.listen(8000, address, resolve));
}

test("what a stack wants sent is taken as it says", async () => {
  await serve([request]);
  expect(await takeOutgoing(api, 0)).toEqual([request]);
});

test("what is not of the shape agreed on is an error that names the place, not nothing to do", async () => {
  await serve([request, { ...request, url: 7 }]);
  await expect(takeOutgoing(api, 0)).rejects.toMatchObject({
    code: "stack_api_failed",
    detail: expect.stringContaining("at [1].url"),
  });
});
