import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Poster } from "./post-for-stack.ts";

let server: http.Server;
let port: number;
let got: { headers: http.IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body });
    if (request.url === "/away") response.writeHead(302, { location: `http://127.0.0.1:${port}/` });
    response.end(request.url === "/long" ? "x".repeat(1_000_000) : "thanks");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const message = { headers: { "webhook-id": "msg_1", host: "metadata", cookie: "a=b" }, body: "{}" };
const here = new Poster(["127.0.0.1/32"]);
const outside = new Poster([]);

test("what is let through gets the body and the signature's headers, and nothing else of the stack's", async () => {
  got = [];
  expect(await here.post({ ...message, url: `http://127.0.0.1:${port}/` })).toEqual({ status: 200, body: "thanks" });
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject({ body: "{}", headers: { "webhook-id": "msg_1", host: `127.0.0.1:${port}` } });
  expect(got[0]?.headers.cookie).toBeUndefined();
});

test("a redirect is the answer, not followed, and of a long one the beginning is kept", async () => {
  got = [];
  expect(await here.post({ ...message, url: `http://127.0.0.1:${port}/away` })).toMatchObject({ status: 302 });
  expect(await here.post({ ...message, url: `http://127.0.0.1:${port}/long` })).toMatchObject({
    body: "x".repeat(1_000),
  });
  expect(got).toHaveLength(2);
});

test.each([
  "127.0.0.1",
  "localhost",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "0.0.0.0",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "168.63.129.16",
  "2130706433",
  "0x7f.1",
  "017700000001",
  "[fe80::1]",
  "[fd00::1]",
  "[ff02::1]",
  "[64:ff9b::7f00:1]",
  "[2002:7f00:1::]",
  "[2001::1]",
  "[::]",
])("nothing is sent to %s", async (host) => {
  got = [];
  expect(await outside.post({ ...message, url: `http://${host}:${port}/` })).toEqual({
    problem: "The address leads into a private network; nothing was sent.",
  });
  expect(got).toEqual([]);
});

test.each([
  ["no url", /not an http/],
  ["file:///etc/passwd", /not an http/],
  ["http://user:pw@example.com/", /without a name or password/],
  ["http://example.com:25/", /port must be/],
])("%s is refused in words", async (url, problem) => {
  expect(await outside.post({ ...message, url })).toEqual({ problem: expect.stringMatching(problem) });
});

test("what cannot be reached says so", async () => {
  expect(await here.post({ ...message, url: "http://127.0.0.1:1025/" })).toEqual({
    problem: "The connection could not be made or was cut.",
  });
  expect(await here.post({ ...message, url: "http://nowhere.invalid/" })).toEqual({
    problem: "The name of the host was not found.",
  });
});
