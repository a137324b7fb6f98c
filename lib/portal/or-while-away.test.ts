import { redirect } from "next/navigation";
import { expect, test, vi } from "vitest";
import { failure } from "../errors.ts";
import { orWhileAway } from "./or-while-away.ts";

test("without the database a page goes without, and only what else goes wrong is in the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = (thrown: unknown) => orWhileAway(() => Promise.reject(thrown), "nothing");
  expect(await orWhileAway(async () => "found", "nothing")).toBe("found");
  expect(await failing(failure("control_database_away", { why: "no answer" }))).toBe("nothing");
  expect(await failing(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }))).toBe("nothing");
  expect(log).not.toHaveBeenCalled();
  expect(await failing(new TypeError("ours"))).toBe("nothing");
  expect(log).toHaveBeenCalledOnce();
});

test("where a page leads elsewhere is not held up", async () => {
  await expect(orWhileAway(async () => redirect("/elsewhere"), null)).rejects.toThrow("NEXT_REDIRECT");
});
