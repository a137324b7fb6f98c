import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { onSessionExpired, request } from "@/lib/api.ts";

const answers = (...responses: Response[]) => {
  const fetched = vi.fn(() => {
    const next = responses.shift();
    return next ? Promise.resolve(next) : Promise.reject(new TypeError("Failed to fetch"));
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
};
const signedOut = () =>
  Response.json({ error: { code: "not_signed_in", message: "Sign in first." } }, { status: 401 });
const schema = z.object({ title: z.string() });

afterEach(() => {
  vi.unstubAllGlobals();
  onSessionExpired(() => Promise.resolve(false));
});

test("a request that meets an ended session is sent again, unchanged, after signing in", async () => {
  const fetched = answers(signedOut(), Response.json({ title: "Saved" }));
  onSessionExpired(() => Promise.resolve(true));
  const answer = await request("PUT", "/pages/1", { body: { title: "Typed" }, schema });
  expect(answer).toEqual({ title: "Saved" });
  const sent = fetched.mock.calls.map((call: unknown[]) => (call[1] as RequestInit).body);
  expect(sent).toEqual(['{"title":"Typed"}', '{"title":"Typed"}']);
});

test("declining to sign in leaves the request failed, and does not ask twice", async () => {
  answers(signedOut());
  const ask = vi.fn(() => Promise.resolve(false));
  onSessionExpired(ask);
  await expect(request("GET", "/pages")).rejects.toMatchObject({ status: 401 });
  expect(ask).toHaveBeenCalledTimes(1);
});

test("the question who is signed in is answered, not asked back", async () => {
  answers(signedOut());
  const ask = vi.fn(() => Promise.resolve(true));
  onSessionExpired(ask);
  await expect(request("GET", "/session", { reauthenticate: false })).rejects.toMatchObject({
    code: "not_signed_in",
  });
  expect(ask).not.toHaveBeenCalled();
});

test("an answer of another shape is an error, not data", async () => {
  answers(Response.json({ name: "x" }));
  await expect(request("GET", "/pages/1", { schema })).rejects.toMatchObject({
    code: "bad_response",
  });
});

test("an answer without content is fine where none is expected", async () => {
  answers(new Response(null, { status: 204 }));
  await expect(request("DELETE", "/pages/1")).resolves.toBeUndefined();
});

test("a proxy's error page reads as a site that is not there yet", async () => {
  answers(new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await expect(request("GET", "/pages")).rejects.toMatchObject({ code: "unavailable" });
});

test("a lost connection is an ApiError; a cancelled request stays an abort", async () => {
  answers();
  await expect(request("GET", "/pages")).rejects.toMatchObject({ code: "network" });
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => Promise.reject(init.signal?.reason));
  const signal = AbortSignal.abort();
  await expect(request("GET", "/pages", { signal })).rejects.toMatchObject({ name: "AbortError" });
});

test("every request carries the header that forms on other sites cannot send", async () => {
  const fetched = answers(Response.json({ title: "x" }));
  await request("POST", "/pages", { body: {}, schema });
  const [path, init] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect(path).toBe("/api/pages");
  expect(init.headers).toMatchObject({ "X-Requested-With": "cms-admin" });
});
