import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { callStack } from "./call-stack.ts";

/** The API listens on a fixed port of its own address; any address of 127/8 is ours to use. */
const address = "127.83.12.7";
const api = { stack: "acme", address, controlToken: "secret-token" };

let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: http.RequestListener): Promise<void> {
  const started = http.createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(8000, address, resolve));
  expect((started.address() as AddressInfo).address).toBe(address);
}

describe("a call to a stack", () => {
  test("carries the control token and the body as JSON", async () => {
    let seen: unknown;
    await serve((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        seen = [request.method, request.url, request.headers.authorization, JSON.parse(body)];
        response.writeHead(204).end();
      });
    });
    await callStack(api, { method: "PUT", path: "/internal/sample", body: { kind: "demo" }, expects: [204] });
    expect(seen).toEqual(["PUT", "/internal/sample", "Bearer secret-token", { kind: "demo" }]);
  });

  test("fails with a status nobody expects, naming it and not the token", async () => {
    await serve((_, response) => response.writeHead(500).end("secret-token"));
    const call = callStack(api, { method: "GET", path: "/internal/status", expects: [200] });
    await expect(call).rejects.toMatchObject({
      code: "stack_api_failed",
      message: "The CMS of “acme” did not answer as it should: GET /internal/status was answered with status 500.",
    });
  });

  test("is over at its deadline, also when a byte comes now and then", async () => {
    await serve((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(drip));
    });
    const call = callStack(api, { method: "GET", path: "/internal/status", expects: [200], deadlineMs: 150 });
    await expect(call).rejects.toMatchObject({ code: "stack_api_failed", retryable: true });
  });

  test("fails when nobody listens", async () => {
    const call = callStack(api, { method: "GET", path: "/internal/status", expects: [200] });
    await expect(call).rejects.toMatchObject({ code: "stack_api_failed" });
  });
});
