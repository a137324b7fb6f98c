import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type FreeholdError, failure } from "../errors.ts";
import { asAction, asRoute } from "./door.ts";

const act = (thrown: unknown) =>
  asAction(
    async () => null,
    z.object({}),
    {},
    () => Promise.reject(thrown),
  );
const internal = failure("stack_api_failed", { stack: "acme", why: "it said no" }, { detail: "the whole answer" });
let logged: unknown[] = [];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, "error").mockImplementation((_, error: FreeholdError) => void logged.push(error.detail));
});

test("an error's detail is in the log and in no answer, of an action as of a route", async () => {
  const answers = [JSON.stringify(await act(internal)), await (await asRoute(() => Promise.reject(internal))).text()];
  for (const answer of answers) expect(answer).toMatch(/it said no(?!.*the whole answer)/);
  expect(await act(new Error("a fault"))).toMatchObject({ ok: false, error: { code: "unexpected" } });
  expect(logged).toEqual(["the whole answer", "the whole answer", "a fault"]);
});

test("an error that says all there is to say is not in the log", async () => {
  await act(failure("last_owner"));
  await act(failure("demo_full", { minutes: 5 }));
  expect(logged).toEqual([]);
});
